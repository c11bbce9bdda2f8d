/**
 * Characters from 0x80 to 0xff of the encodings of DOS, which TextDecoder does not know. Old address programs, and Excel's
 * `CSV (MS-DOS)`, still write them. Source: the mapping tables of the Unicode consortium (VENDORS/MICSFT/PC).
 */
const DOS: Readonly<Record<string, string>> = {
  ibm437: 'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0',
  ibm850: 'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0',
  ibm852: 'ÇüéâäůćçłëŐőîŹÄĆÉĹĺôöĽľŚśÖÜŤťŁ×čáíóúĄąŽžĘę¬źČş«»░▒▓│┤ÁÂĚŞ╣║╗╝Żż┐└┴┬├─┼Ăă╚╔╩╦╠═╬¤đĐĎËďŇÍÎě┘┌█▄ŢŮ▀ÓßÔŃńňŠšŔÚŕŰýÝţ´\u00ad˝˛ˇ˘§÷¸°¨˙űŘř■\u00a0',
};

/** `cp850`, `IBM850` → ibm850; undefined for what is no encoding of DOS that is known here. */
export function dosName(label: string): string | undefined {
  const name = label.replace(/^(?:cp|ibm|dos)?[ _-]?(?=\d{3}$)/i, 'ibm').toLowerCase();
  return name in DOS ? name : undefined;
}

/** `name`: as `dosName` gives it. */
export function dosText(bytes: Buffer, name: string): string {
  const table = DOS[name] as string;
  return bytes.toString('latin1').replace(/[\u0080-\u00ff]/g, (character) => table[character.charCodeAt(0) - 0x80] as string);
}
