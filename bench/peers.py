"""python3 bench/peers.py <list> <folder>

The same job in Python with phonenumbers, email-validator and csv. `--check` prints the versions.
"""
import csv
import datetime
import os
import sys

try:
    import email_validator
    import phonenumbers
    from email_validator import EmailNotValidError, validate_email
except ImportError as error:
    sys.exit(f"not installed: {error.name}")
if sys.argv[1:] == ["--check"]:
    print(f"Python {sys.version.split()[0]} with phonenumbers {phonenumbers.__version__}, email-validator {email_validator.__version__}")
    sys.exit(0)

COUNTRIES = {"United States": "US", "United Kingdom": "GB", "Germany": "DE", "France": "FR", "Spain": "ES", "Italy": "IT",
             "Netherlands": "NL", "Poland": "PL", "Sweden": "SE", "Brazil": "BR", "Australia": "AU"}
PLACEHOLDERS = {"", "n/a", "na", "none", "null", "-", "unknown", "test"}
AS_OF = datetime.date(2026, 11, 21)
seen = set()


def examine(row):
    reasons = []
    usable_email = usable_phone = False
    email = row["Email"].strip().lower()
    if email not in PLACEHOLDERS:
        try:
            row["Email"] = email = validate_email(email, check_deliverability=False).normalized
            usable_email = True
            if email in seen:
                reasons.append("duplicate/exact")
            seen.add(email)
        except EmailNotValidError:
            reasons.append("email/syntax")
    phone = row["Phone"].strip()
    if phone.lower() not in PLACEHOLDERS:
        try:
            number = phonenumbers.parse(phone, COUNTRIES.get(row["Country"]))
            if phonenumbers.is_valid_number(number):
                usable_phone = True
                row["Phone"] = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
            else:
                reasons.append("phone/invalid")
        except phonenumbers.NumberParseException:
            reasons.append("phone/unreadable")
    if not usable_email and not usable_phone:
        reasons.append("missing/contact")
    if row["First Name"].strip().lower() in PLACEHOLDERS or row["Last Name"].strip().lower() in PLACEHOLDERS:
        reasons.append("name/placeholder")
    try:
        if (AS_OF - datetime.date.fromisoformat(row["Created Date"])).days > 730:
            reasons.append("stale/old")
    except ValueError:
        reasons.append("stale/unreadable")
    return reasons


def main(path, folder):
    os.makedirs(folder, exist_ok=True)
    with open(path, newline="", encoding="utf-8") as source:
        rows = csv.DictReader(source)
        header = [*rows.fieldnames, "lc_status", "lc_reasons"]
        files = {name: open(os.path.join(folder, name + ".csv"), "w", newline="", encoding="utf-8") for name in ("cleaned", "flagged", "rejected")}
        writers = {name: csv.DictWriter(file, header) for name, file in files.items()}
        for writer in writers.values():
            writer.writeheader()
        for row in rows:
            reasons = examine(row)
            status = "rejected" if {"duplicate/exact", "missing/contact"} & set(reasons) else "flagged" if reasons else "cleaned"
            writers[status].writerow({**row, "lc_status": status, "lc_reasons": ";".join(reasons)})
        for file in files.values():
            file.close()


main(*sys.argv[1:3])
