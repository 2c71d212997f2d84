/** Code pages of fonts by their character set (RTF 1.9.1, "Font Table"). */
const CODE_PAGE_OF_CHARSET: Readonly<Record<number, number>> = {
  77: 10000,
  78: 932,
  79: 949,
  80: 936,
  81: 950,
  83: 1255,
  84: 1256,
  85: 1253,
  86: 1254,
  87: 874,
  88: 1250,
  89: 10007,
  128: 932,
  129: 949,
  134: 936,
  136: 950,
  161: 1253,
  162: 1254,
  163: 1258,
  177: 1255,
  178: 1256,
  186: 1257,
  204: 1251,
  222: 874,
  238: 1250,
  254: 437,
  255: 850,
};

const LABELS: Readonly<Record<number, string>> = {
  866: "ibm866",
  874: "windows-874",
  932: "shift_jis",
  936: "gbk",
  949: "euc-kr",
  950: "big5",
  1200: "utf-16le",
  10000: "macintosh",
  10007: "x-mac-cyrillic",
  20866: "koi8-r",
  21866: "koi8-u",
  54936: "gb18030",
  65001: "utf-8",
};

/** The upper half of code pages that the Encoding standard does not have. */
const TABLES: Readonly<Record<number, string>> = {
  437: "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0",
  850: "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0",
  852: "ÇüéâäůćçłëŐőîŹÄĆÉĹĺôöĽľŚśÖÜŤťŁ×čáíóúĄąŽžĘę¬źČş«»░▒▓│┤ÁÂĚŞ╣║╗╝Żż┐└┴┬├─┼Ăă╚╔╩╦╠═╬¤đĐĎËďŇÍÎě┘┌█▄ŢŮ▀ÓßÔŃńňŠšŔÚŕŰýÝţ´\u00ad˝˛ˇ˘§÷¸°¨˙űŘř■\u00a0",
};

/** The code page of a font's character set; null for that of the document. */
export function codePageOf(charset: number): number | null {
  return CODE_PAGE_OF_CHARSET[charset] ?? null;
}

/**
 * Decodes text in a Windows code page.
 * @param bytes one character for each byte
 * @returns the text, and whether the code page is known; else it is read as windows-1252
 */
export function decodeCodePage(bytes: string, codePage: number): { text: string; isKnown: boolean } {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the range is ASCII
  if (/^[\x00-\x7f]*$/.test(bytes)) return { text: bytes, isKnown: true };
  const table = TABLES[codePage];
  if (table)
    return {
      text: bytes.replace(/[\u0080-\u00ff]/g, (byte) => table[byte.charCodeAt(0) - 128] ?? "\ufffd"),
      isKnown: true,
    };
  const label =
    LABELS[codePage] ??
    (codePage >= 1250 && codePage <= 1258
      ? `windows-${codePage}`
      : codePage >= 28591 && codePage <= 28606
        ? `iso-8859-${codePage - 28590}`
        : null);
  try {
    return {
      text: new TextDecoder(label ?? "windows-1252").decode(Buffer.from(bytes, "latin1")),
      isKnown: label !== null,
    };
  } catch {
    return { text: new TextDecoder("windows-1252").decode(Buffer.from(bytes, "latin1")), isKnown: false };
  }
}
