import { unzipSync } from "fflate";

/** What an office file is, by its content: its media type, or why it can't be attached. */
export type OfficeFile =
  | { kind: "accepted"; mediaType: OfficeMediaType }
  /** It holds macros, which run when someone opens it. */
  | { kind: "macros" }
  /** A Word, Excel or PowerPoint file from before 2007, or one with a password: its content cannot be checked. */
  | { kind: "closed" }
  /** A ZIP archive of something else. */
  | { kind: "archive" }
  | { kind: "damaged" };

export const OFFICE_ENDINGS = {
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ["docx"],
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": ["xlsx"],
  "application/vnd.openxmlformats-officedocument.presentationml.presentation": ["pptx"],
  "application/vnd.oasis.opendocument.text": ["odt"],
  "application/vnd.oasis.opendocument.spreadsheet": ["ods"],
  "application/vnd.oasis.opendocument.presentation": ["odp"],
  "application/epub+zip": ["epub"],
  "application/rtf": ["rtf"],
} as const;
export type OfficeMediaType = keyof typeof OFFICE_ENDINGS;

/** By the type of the main part in [Content_Types].xml, and its usual name, which every file has that Office wrote. */
const OPEN_XML: readonly [mainType: RegExp, part: RegExp, mediaType: OfficeMediaType][] = [
  [
    /wordprocessingml\.document\.main\+xml/,
    /^word\/document\d*\.xml$/,
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  ],
  [
    /spreadsheetml\.sheet\.main\+xml/,
    /^xl\/workbook\d*\.xml$/,
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  ],
  [
    /presentationml\.(?:presentation|slideshow)\.main\+xml/,
    /^ppt\/presentation\d*\.xml$/,
    "application/vnd.openxmlformats-officedocument.presentationml.presentation",
  ],
];

/** Parts with code: of Office, of old Excel, of LibreOffice. */
const CODE_PART =
  /(?:^|\/)vba(?:Project|Data)[^/]*\.(?:bin|xml)$|^xl\/(?:macro|intlmacro|dialog)sheets\/|^(?:Basic|Scripts)\/./i;
/** A document has a few hundred parts. */
const MAX_PARTS = 20_000;
/** Bytes of the parts that are read: the list of types and the name of the format. */
const MAX_READ = 1024 * 1024;

/**
 * Detects an office file by its content: the signature, and for ZIP archives the list of the parts inside.
 * @returns null if it is neither an archive nor another office file
 */
export function detectOfficeFile(bytes: Uint8Array): OfficeFile | null {
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])) return { kind: "closed" };
  if (
    startsWith(
      bytes,
      [..."{\\rtf"].map((char) => char.charCodeAt(0)),
    )
  )
    return { kind: "accepted", mediaType: "application/rtf" };
  return startsWith(bytes, [0x50, 0x4b, 0x03, 0x04]) ? detectArchive(bytes) : null;
}

function detectArchive(bytes: Uint8Array): OfficeFile {
  const parts = new Set<string>();
  let read: Record<string, Uint8Array>;
  try {
    read = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        parts.add(name);
        if (parts.size > MAX_PARTS) throw new RangeError(`the archive has more than ${MAX_PARTS} parts`);
        return (name === "mimetype" || name === "[Content_Types].xml") && originalSize <= MAX_READ;
      },
    });
  } catch {
    return { kind: "damaged" };
  }
  const text = (name: string) => new TextDecoder().decode(read[name] ?? new Uint8Array());
  const types = text("[Content_Types].xml");
  const has = (part: RegExp) => [...parts].some((name) => part.test(name));
  if (has(CODE_PART) || /macroEnabled|vbaProject/i.test(types)) return { kind: "macros" };
  const openXml = OPEN_XML.find(([mainType, part]) => mainType.test(types) && has(part));
  if (openXml) return { kind: "accepted", mediaType: openXml[2] };
  const named = text("mimetype").trim();
  const isOpenDocument = named.startsWith("application/vnd.oasis.opendocument.") && parts.has("content.xml");
  const isBook = named === "application/epub+zip" && parts.has("META-INF/container.xml");
  if ((isOpenDocument || isBook) && named in OFFICE_ENDINGS)
    return { kind: "accepted", mediaType: named as OfficeMediaType };
  return { kind: "archive" };
}

function startsWith(bytes: Uint8Array, sign: readonly number[]): boolean {
  return sign.every((byte, index) => bytes[index] === byte);
}
