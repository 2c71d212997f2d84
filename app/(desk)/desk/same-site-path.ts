/** A path of this site to go on to; anything else, the list of articles. */
export function sameSitePath(value: string | string[] | undefined): string {
  return typeof value === "string" && /^\/(?![/\\])/.test(value) && !/[\n\r\t]/.test(value) ? value : "/desk";
}
