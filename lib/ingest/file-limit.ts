/** The most bytes that the file of an article can have. */
export const FILE_LIMIT = 32 * 1024 * 1024;
