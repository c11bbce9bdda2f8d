/**
 * Month and weekday names in English, German, French, Spanish, Portuguese, Italian, Dutch and Scandinavian, lower case and
 * without accents. Source: the languages; short forms as CLDR and spreadsheets write them.
 */
const NAMES = [
  'january jan januar janner jaenner jaen janvier janv enero ene janeiro gennaio gen januari',
  'february feb februar fevrier fevr fev febrero fevereiro febbraio februari',
  'march mar marz maerz mrz mars marzo marco maart mrt marts',
  'april apr avril avr abril abr aprile',
  'may mai mayo maio maggio mag mei maj',
  'june jun juni juin junio junho giugno giu',
  'july jul juli juillet juil julio julho luglio lug',
  'august aug aout aou agosto ago augustus augusti',
  'september sep sept septembre septiembre setiembre setembro set settembre',
  'october oct oktober okt octobre octubre outubro out ottobre ott',
  'november nov novembre noviembre novembro',
  'december dec dezember dez decembre diciembre dic dezembro dicembre desember',
] as const;

const DAYS =
  'monday mon tuesday tue tues wednesday wed thursday thu thur thurs friday fri saturday sat sunday sun ' +
  'montag mo dienstag di mittwoch mi donnerstag do freitag fr samstag sonnabend sa sonntag so ' +
  'lundi lun mardi mercredi mer jeudi jeu vendredi ven samedi sam dimanche dim ' +
  'lunes martes miercoles mie jueves jue viernes vie sabado sab domingo dom ' +
  'segunda seg terca ter quarta qua quinta qui sexta sex feira ' +
  'lunedi martedi mercoledi giovedi gio venerdi sabato domenica ' +
  'maandag ma dinsdag woensdag wo donderdag vrijdag vr zaterdag za zondag zo';

/** Words that stand around a date and say nothing about it: ordinal endings, articles, prepositions. */
const FILLERS = 'st nd rd th er eme e o of the at on de del do den der le la el il di um le am';

/**
 * Months in Polish, Czech, Slovak, Slovene, Croatian, Serbian, Hungarian, Romanian, Turkish, Finnish, Estonian, Icelandic, Catalan,
 * Indonesian, Malay, Russian, Ukrainian, Bulgarian, Greek, Arabic and Thai, the same way. Left out is what is one month in Polish or Czech and
 * another in Croatian: listopada, lip, lis, srp.
 */
const MORE_NAMES = [
  'stycznia sty ledna led januara ianuarie ian ocak oca tammikuuta tammikuu январь января янв січня януари ιανουαριου sijecnja jaanuar gener јануар січ ιαν يناير มกราคม',
  'lutego lut unora uno februara februarie subat sub helmikuuta helmikuu февраль февраля фев февр лютого февруари φεβρουαριου veljace febr veebruar febrer фебруар лют φεβ فبراير กุมภาพันธ์',
  'marca brezna bre marcius martie mart maret maaliskuuta maaliskuu март марта мар березня μαρτιου ozujka marec marc marts mac бер μαρ مارس มีนาคม',
  'kwietnia kwi dubna dub aprila aprilis aprilie nisan nis huhtikuuta huhtikuu апрель апреля апр квітня април απριλιου travnja aprill квіт απρ ابريل เมษายน',
  'maja kvetna kve maja majus mayıs mayis may toukokuuta toukokuu май мая травня μαιου svibnja maig мај трав μαι مايو พฤษภาคม',
  'czerwca cze cervna cvn juna junius iunie iun haziran haz kesakuuta kesakuu июнь июня июн червня юни ιουνιου lipnja junij juuni juny јун черв ιουν يونيو มิถุนายน',
  'lipca cervence cvc jula julius iulie iul temmuz tem heinakuuta heinakuu июль июля июл липня юли ιουλιου srpnja julij juuli julai juliol јул лип ιουλ يوليو กรกฎาคม',
  'sierpnia sie agust srpna augusta augusztus agustos agu agustus elokuuta elokuu август августа авг серпня αυγουστου kolovoza avgust avgusta avg ogos ogo agost серп αυγ اغسطس สิงหาคม',
  'wrzesnia wrz zari zar septembra szeptember septembrie eylul eyl syyskuuta syyskuu сентябрь сентября сен сент вересня септември σεπτεμβριου rujna szept septiembre setembre септембар вер σεπ سبتمبر กันยายน',
  'pazdziernika paz rijna rij oktobra octombrie ekim eki lokakuuta lokakuu октябрь октября окт жовтня октомври οκτωβριου oktoober октобар жовт οκτ اكتوبر ตุลาคม',
  'listopadu novembra noiembrie noi kasım kasim kas marraskuuta marraskuu ноябрь ноября ноя нояб листопада ноември νοεμβριου studenoga studenog новембар лист νοε نوفمبر พฤศจิกายน',
  'grudnia gru prosince pro decembra decembrie aralık aralik ara joulukuuta joulukuu декабрь декабря дек грудня декември δεκεμβριου prosinca des detsember disember dis desembre децембар груд δεκ ديسمبر ธันวาคม',
] as const;

/** Weekdays in those of these languages that write them in front, and in Scandinavian. */
const MORE_DAYS =
  'mandag tirsdag onsdag torsdag fredag lordag sondag lørdag søndag tisdag ' +
  'maanantai tiistai keskiviikko torstai perjantai lauantai sunnuntai poniedziałek wtorek sroda czwartek piatek sobota niedziela ' +
  'pondeli utery streda ctvrtek patek nedele pondelok utorok stvrtok piatok nedela luni marti miercuri joi vineri sambata duminica ' +
  'senin selasa rabu kamis jumat sabtu minggu понедельник вторник среда четверг пятница суббота воскресенье пн вт ср чт пт сб вс ' +
  'понеділок вівторок середа четвер пʼятниця субота неділя';

const words = new Map<string, number>();
for (const word of FILLERS.split(' ').concat(DAYS.split(' '))) words.set(word, 0);
NAMES.forEach((names, index) => { for (const name of names.split(' ')) words.set(name, index + 1); });
/** Most lists write their dates in digits and never ask. */
let more: Map<string, number> | undefined;
function readMore(): Map<string, number> {
  const read = new Map(MORE_NAMES.flatMap((names, index) => names.split(' ').map((name) => [name, index + 1] as const)));
  for (const word of MORE_DAYS.split(' ')) read.set(word, 0);
  return read;
}

/** 1 to 12 for the name of a month, 0 for a word that may stand in a date (weekday, `of`, `de`), -1 for any other. */
export function monthOf(word: string): number {
  const lower = word.toLowerCase();
  return words.get(lower) ?? words.get(bare(lower)) ?? -1;
}

/** The same beside a day and a year, where more names are no other words: `3 Maja` by itself is a street. */
export function monthInDate(word: string): number {
  const month = monthOf(word);
  if (month >= 0) return month;
  const lower = word.toLowerCase();
  more ??= readMore();
  return more.get(lower) ?? more.get(bare(lower)) ?? -1;
}

const bare = (word: string): string => word.normalize('NFD').replace(/\p{M}+/gu, '');
