import type { ArchiveContent } from "@/lib/archive/archive-content";
import type { CitationStyle, FormattedCitation } from "@/lib/citations/citation-styles";
import type { PublicCorrection } from "@/lib/db/public-corrections";
import type { PublicationListItem, PublicationNumber, Unpublication } from "@/lib/db/public-publications";
import type { ContactError, ContactField, ContactValues } from "@/lib/messages/message-input";
import type { Organisation } from "@/lib/organisation";
import type { Rating } from "@/lib/ratings/rating";
import type { ClaimHistoryEntry } from "@/lib/reports/claims/claim-history";
import type { RelatedClaim } from "@/lib/reports/claims/related-claim";
import type { Report } from "@/lib/reports/report";
import type { PageText } from "@/lib/site-pages/site-page";

/** Everything that a public document shows. It is plain data, so that it can be rendered in another process. */
export type DocumentContent =
  | {
      kind: "article";
      report: Report;
      /** Newest first. */
      publications: PublicationNumber[];
      citations: Record<CitationStyle, FormattedCitation>;
    }
  /** The article's page before it is published, for the desk. */
  | {
      kind: "draft";
      report: Report;
      /** Including the one being prepared; newest first. */
      publications: PublicationNumber[];
      citations: Record<CitationStyle, FormattedCitation>;
    }
  | { kind: "publication"; report: Report; publications: PublicationNumber[] }
  | ({ kind: "claim"; report: Report /** Of the claim. */; number: number } & ClaimContext)
  | { kind: "report"; report: Report }
  | { kind: "unpublished"; unpublication: Unpublication }
  | {
      kind: "front";
      items: PublicationListItem[];
      total: number;
      nextCursor: string | null;
      isFirst: boolean;
    }
  | {
      kind: "corrections";
      items: PublicCorrection[];
      unpublications: Unpublication[];
      total: number;
      nextCursor: string | null;
      isFirst: boolean;
    }
  | ArchiveContent
  | SitePageContent
  | { kind: "not-found" }
  /** The report as one self-contained file. */
  | { kind: "offline"; report: Report }
  /** A document in a page of another site. */
  | { kind: "embed"; content: EmbeddedContent };

/** What pages about the newsroom show. `wanted` is the BCP 47 tag of the text that a reader chose, if there is such a text. */
export type SitePageContent =
  | {
      kind: "site-page";
      page: "about" | "methodology";
      texts: PageText[];
      wanted: string | null;
      /** Of the default scale; none where the page does not show them. */
      ratings: Rating[];
      /** How many people have to approve a claim. */
      requiredApprovals: number;
    }
  | {
      kind: "contact";
      texts: PageText[];
      wanted: string | null;
      subject: ShownSubject | null;
      form: ContactForm;
    }
  | { kind: "contact-sent" }
  | { kind: "verify" };

/** The published article or claim that a message is about. */
export interface ShownSubject {
  slug: string;
  title: string;
  /** BCP 47, of the article. */
  language: string;
  claim: { number: number; statement: string } | null;
}

/** The form of /contact. */
export interface ContactForm {
  values: ContactValues;
  errors: Partial<Record<ContactField, ContactError>>;
  /** Why it was not sent, where no field is wrong. */
  notice: ContactNotice | null;
  /** See lib/messages/form-stamp.ts. */
  stamp: string;
}

export type ContactNotice =
  | { kind: "early" | "expired" | "failed" }
  | { kind: "limited" /** Until it can be sent. */; minutes: number };

/** What other sites can show in a frame. */
export type EmbeddedContent =
  | { kind: "article"; report: Report }
  /** `number` is the claim's. */
  | { kind: "claim"; report: Report; number: number }
  | { kind: "unpublished"; unpublication: Unpublication }
  | { kind: "not-found" };

/** What the page of a claim shows beside its Report. */
export interface ClaimContext {
  /** The claim in each publication of its article, newest first. */
  history: ClaimHistoryEntry[];
  /** Other claims of the same claimant. */
  sameClaimant: RelatedClaim[];
  /** Other claims that use one of its sources. */
  sameSources: RelatedClaim[];
  /** For an earlier publication: the path of the claim's current page, or of the article if it no longer has the claim. */
  currentPath: string | null;
}

/** The content of one kind of document. */
export type ContentOf<Kind extends DocumentContent["kind"]> = Extract<DocumentContent, { kind: Kind }>;

/** What documents need to know about the installation. */
export interface DocumentSite {
  /** Origin under which readers reach it, without a slash at the end. */
  publicUrl: string;
  /** Hosts whose images are shown. */
  imageHosts: readonly string[];
  /** Who publishes here now. A Report names who published it. */
  organisation: Organisation | null;
}

/** The files that documents refer to, by public path. */
export interface DocumentAssets {
  styles: string;
  script: string;
  /**
   * A module of one line that imports the script. Browsers fetch what the HTML names at once; so they fetch the script a moment later, and the style
   * sheet does not share a slow line with it.
   */
  starter: string;
  /** Fonts that every page in Latin script needs. */
  preloadedFonts: readonly string[];
}

/** What a single-file document embeds instead. */
export interface InlinedAssets {
  /** The style sheet, with the fonts that the document needs as data. */
  css: string;
  /** The script, as a module. */
  js: string;
  /** A Content Security Policy that allows these and nothing else. */
  policy: string;
  /** The publisher's logo, as data; null if there is only the name. */
  logo: string | null;
}

/** In which language a document is shown, and how its readers reach it in another one. */
export interface DocumentLanguage {
  /** BCP 47, of the words around what is published: English by default. */
  language?: string;
  /** Whether the reader chose the language: links to other documents keep it. */
  isChosen?: boolean;
  /** Path and query of the document without a language, for its links to itself in other languages; missing if it has none. */
  address?: string;
}

/** Makes the HTML of a document. */
export type DocumentRenderer = (
  content: DocumentContent,
  context: { site: DocumentSite; assets: DocumentAssets | InlinedAssets } & DocumentLanguage,
) => string;
