import { FILE_LIMIT } from "@/lib/ingest/file-limit";

/**
 * Maximum bytes of a JSON body with a file or a long text in it: 3 MB in base64, which has four characters for three bytes. To decode and parse
 * more at once would hold up the server. Larger files are sent as a form.
 */
export const JSON_FILE_LIMIT = 4 * 1024 * 1024;

/** Maximum bytes of the fields of a form around its file. */
const FORM_FIELDS_LIMIT = 64 * 1024;

/** Maximum bytes of a form with a file. @param file maximum bytes of the file */
export const formLimitOf = (file: number = FILE_LIMIT) => file + FORM_FIELDS_LIMIT;
