/**
 * The address by which the application knows a container of annotations. The Web Annotation Protocol requires a slash at the end of its
 * address; Next would answer with a redirect, which programs don't follow for a POST.
 * @param url path and query as they were sent
 */
export function withoutContainerSlash(url: string): string {
  return url.replace(/^(\/api\/v1\/articles\/[^/?]+\/annotations)\/(?=\?|$)/, "$1");
}
