import { dirname } from "node:path";
import { fileURLToPath } from "node:url";

/** The root folder of this checkout. */
export const projectRoot = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
