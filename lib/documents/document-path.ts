import type { DataAddress } from "./data-address";
import type { DocumentAddress } from "./document-address";

/** Path and query of a public page, as `readDocumentAddress` reads it: the same for every way to write it. */
export function documentPath(address: Exclude<DocumentAddress, DataAddress>): string {
  switch (address.kind) {
    case "front":
    case "corrections": {
      const path = address.kind === "front" ? "/" : "/corrections";
      return address.after === null ? path : `${path}?after=${encodeURIComponent(address.after)}`;
    }
    case "embed":
      return `/embed${documentPath(address.of)}`;
    case "article":
      return articlePath(address.slug);
    case "claim":
      return `${articlePath(address.slug)}/claims/${address.number}`;
    case "report":
      return `${articlePath(address.slug)}/report`;
    case "publication":
      return `${articlePath(address.slug)}/publications/${address.publication}`;
    case "earlier-claim":
      return `${articlePath(address.slug)}/publications/${address.publication}/claims/${address.number}`;
  }
}

function articlePath(slug: string): string {
  return `/articles/${encodeURIComponent(slug)}`;
}
