/** What a room can import. A room is a folder with everything below it that is not a room of its own. */
export interface Room {
  /** Rooms that it can import; `lib` means the files directly in `lib`. */
  imports: readonly string[];
  /** Packages that it must not import. */
  withoutPackages?: readonly RegExp[];
}

const REACT = /^(react|react-dom)(\/|$)/;
const NEXT = /^(next|next-auth)(\/|$)/;
const PRISMA = /^@prisma\//;
const POSTGRES = /^(pg|pg-boss)$/;
const EDITOR = /^(@tiptap\/|prosemirror-)/;
const EDITOR_VIEW = /^(@tiptap\/react|prosemirror-view)/;
const WIDGETS = /^@base-ui\//;
const BROWSER_DATABASE = /^idb-keyval$/;
const INPUT_OUTPUT = /^node:(fs|http|https|net|child_process)/;

/** No React, Next, Prisma, file system or network. */
const pure = [REACT, NEXT, PRISMA, POSTGRES, EDITOR_VIEW, INPUT_OUTPUT];
/** For everything that runs on the server and knows nothing of pages. */
const server = [REACT, NEXT, PRISMA];

const core = [
  "lib/document",
  "lib/anchoring",
  "lib/ratings",
  "lib/sources",
  "lib/citations",
  "lib/claimants",
  "lib/claims",
  "lib/claim-imports",
  "lib/review",
  "lib/comments",
  "lib/notifications",
  "lib/personal",
  "lib/board",
  "lib/policies",
  "lib/settings",
  "lib/discovery",
  "lib/checklist",
  "lib/versions",
  "lib/history",
  "lib/messages",
  "lib/site-pages",
  "lib/manuscripts",
  "lib/live",
  "lib/notation",
  "lib/reports",
  "lib/figures",
  "lib/redactions",
  "lib/syndication",
  "lib/archive",
  "lib/search",
  "lib/watching",
  "lib/fidelity",
  "lib/webhooks",
  "lib/http",
  "lib/words",
];

/**
 * The rooms, from the ground up. Each can import itself, the files of `lib`, and what is named here. Workflows can import each other as
 * long as this makes no loop of folders.
 */
export const rooms: Readonly<Record<string, Room>> = {
  lib: { imports: [], withoutPackages: [REACT, PRISMA] },
  "lib/words": { imports: [], withoutPackages: pure },
  "lib/document": { imports: [], withoutPackages: pure },
  "lib/anchoring": { imports: ["lib/document"], withoutPackages: pure },
  "lib/ratings": { imports: ["lib/words"], withoutPackages: pure },
  "lib/sources": { imports: ["lib/document", "lib/anchoring", "lib/words"], withoutPackages: pure },
  "lib/citations": { imports: ["lib/sources", "lib/words"], withoutPackages: pure },
  "lib/claimants": { imports: ["lib/sources", "lib/words"], withoutPackages: pure },
  "lib/claims": {
    imports: ["lib/claimants", "lib/document", "lib/anchoring", "lib/ratings", "lib/sources", "lib/words"],
    withoutPackages: pure,
  },
  "lib/review": { imports: ["lib/claims", "lib/ratings", "lib/words"], withoutPackages: pure },
  "lib/comments": { imports: ["lib/claims", "lib/words"], withoutPackages: pure },
  "lib/claim-imports": {
    imports: [
      "lib/anchoring",
      "lib/claimants",
      "lib/claims",
      "lib/comments",
      "lib/document",
      "lib/ratings",
      "lib/sources",
      "lib/words",
    ],
    withoutPackages: pure,
  },
  "lib/notifications": { imports: ["lib/claims", "lib/comments", "lib/words"], withoutPackages: pure },
  "lib/personal": { imports: ["lib/words"], withoutPackages: pure },
  "lib/board": {
    imports: ["lib/claims", "lib/reports", "lib/review", "lib/watching", "lib/words"],
    withoutPackages: pure,
  },
  "lib/policies": {
    imports: ["lib/claims", "lib/sources", "lib/review", "lib/words"],
    withoutPackages: pure,
  },
  "lib/settings": {
    imports: ["lib/claims", "lib/ratings", "lib/review", "lib/sources", "lib/words"],
    withoutPackages: pure,
  },
  "lib/discovery": { imports: ["lib/anchoring", "lib/document", "lib/words"], withoutPackages: pure },
  "lib/checklist": { imports: ["lib/anchoring", "lib/claims", "lib/document"], withoutPackages: pure },
  "lib/versions": {
    imports: ["lib/anchoring", "lib/discovery", "lib/document"],
    withoutPackages: pure,
  },
  "lib/history": {
    imports: [
      "lib/anchoring",
      "lib/claimants",
      "lib/claims",
      "lib/comments",
      "lib/policies",
      "lib/ratings",
      "lib/review",
      "lib/settings",
      "lib/sources",
      "lib/words",
    ],
    withoutPackages: pure,
  },
  "lib/manuscripts": {
    imports: ["lib/anchoring", "lib/claims", "lib/document", "lib/ratings", "lib/words"],
    withoutPackages: pure,
  },
  // What readers write to the newsroom, and what the newsroom writes about itself.
  "lib/messages": { imports: ["lib/claims"], withoutPackages: pure },
  "lib/site-pages": { imports: ["lib/words"], withoutPackages: pure },
  "lib/live": {
    imports: ["lib/checklist", "lib/claims", "lib/comments", "lib/review", "lib/words"],
    withoutPackages: pure,
  },
  "lib/reports": {
    imports: [
      "lib/anchoring",
      "lib/citations",
      "lib/claimants",
      "lib/claims",
      "lib/document",
      "lib/ratings",
      "lib/review",
      "lib/sources",
      "lib/words",
    ],
    // Fonts and templates are read from the disk; nothing else is.
    withoutPackages: [REACT, NEXT, PRISMA, POSTGRES, EDITOR_VIEW],
  },
  // How the work of a desk went, in figures.
  "lib/figures": { imports: ["lib/claims", "lib/reports", "lib/review"], withoutPackages: pure },

  "lib/redactions": {
    imports: ["lib/claims", "lib/reports", "lib/sources", "lib/words"],
    withoutPackages: pure,
  },

  // Feeds, sitemaps and data of everything that is published.
  "lib/syndication": {
    imports: ["lib/document", "lib/ratings", "lib/reports", "lib/words"],
    withoutPackages: pure,
  },

  // Addresses and contents of the archive and the search of readers.
  "lib/archive": {
    imports: ["lib/ratings", "lib/reports", "lib/sources", "lib/words"],
    withoutPackages: pure,
  },

  "lib/search": { imports: [], withoutPackages: pure },

  "lib/watching": {
    imports: ["lib/claims", "lib/personal", "lib/sources", "lib/words"],
    withoutPackages: pure,
  },

  "lib/fidelity": { imports: ["lib/anchoring", "lib/words"], withoutPackages: pure },

  "lib/webhooks": { imports: [], withoutPackages: pure },
  "lib/http": { imports: [], withoutPackages: pure },

  // Also for what is pasted into the editor of the desk.
  "lib/notation": { imports: ["lib/document"], withoutPackages: pure },

  "lib/ingest": {
    imports: ["lib/document", "lib/fidelity", "lib/notation", "lib/sources"],
    withoutPackages: server,
  },
  "lib/fetching": { imports: [], withoutPackages: server },
  "lib/isolation": {
    imports: [
      "lib/anchoring",
      "lib/checklist",
      "lib/citations",
      "lib/claim-imports",
      "lib/document-bundle",
      "lib/figures",
      "lib/ingest",
      "lib/reports",
      "lib/sources",
      "lib/versions",
    ],
    withoutPackages: server,
  },
  // What public documents show, and the bundle that renders them, which child processes load as well.
  "lib/document-bundle": {
    imports: [
      "lib/archive",
      "lib/citations",
      "lib/db",
      "lib/messages",
      "lib/ratings",
      "lib/reports",
      "lib/site-pages",
      "lib/words",
    ],
    withoutPackages: server,
  },
  "lib/documents": {
    imports: [
      "lib/archive",
      "lib/citations",
      "lib/db",
      "lib/document-bundle",
      "lib/http",
      "lib/isolation",
      "lib/live",
      "lib/messages",
      "lib/ratings",
      "lib/reports",
      "lib/settings",
      "lib/site-pages",
      "lib/syndication",
      "lib/words",
    ],
    withoutPackages: server,
  },
  "lib/credentials": { imports: [], withoutPackages: server },
  // Signs what readers download, and checks it.
  "lib/signatures": { imports: ["lib/credentials", "lib/db", "lib/reports"], withoutPackages: server },
  "lib/db": { imports: core, withoutPackages: [REACT, NEXT] },
  "lib/health": { imports: [], withoutPackages: server },
  "lib/mail": { imports: ["lib/db", "lib/document", "lib/words"], withoutPackages: server },

  "lib/workflows": {
    imports: [
      ...core,
      "lib/credentials",
      "lib/db",
      "lib/documents",
      "lib/fetching",
      "lib/ingest",
      "lib/isolation",
      "lib/mail",
      "lib/signatures",
    ],
    withoutPackages: server,
  },
  // Sends what webhooks want, as the API presents it.
  "lib/webhook-delivery": {
    imports: [...core, "lib/api", "lib/credentials", "lib/db", "lib/fetching", "lib/mail", "lib/workflows"],
    withoutPackages: server,
  },
  // What programs that speak the Model Context Protocol can read: publications.
  "lib/mcp": { imports: [...core, "lib/db"], withoutPackages: server },
  "lib/jobs": {
    imports: ["lib/db", "lib/health", "lib/mail", "lib/webhook-delivery", "lib/webhooks", "lib/workflows"],
    withoutPackages: server,
  },
  "lib/auth": {
    imports: [
      "lib/api",
      "lib/db",
      "lib/fetching",
      "lib/personal",
      "lib/policies",
      "lib/words",
      "lib/workflows",
    ],
    withoutPackages: [PRISMA],
  },
  "lib/api": {
    imports: [...core, "lib/credentials", "lib/db", "lib/ingest", "lib/workflows"],
    withoutPackages: server,
  },
  "lib/testing": {
    imports: [
      ...core,
      "lib/api",
      "lib/credentials",
      "lib/db",
      "lib/document-bundle",
      "lib/documents",
      "lib/ingest",
      "lib/workflows",
      "prisma",
    ],
  },

  // Server actions reach components as props.
  components: {
    imports: [...core, "components/gestures", "components/ui", "components/storage", "components/reader"],
    // Widgets come from components/ui, and what the browser stores from components/storage.
    withoutPackages: [PRISMA, WIDGETS, BROWSER_DATABASE, /^node:/],
  },
  "components/ui": {
    imports: ["lib/personal", "lib/words", "components"],
    withoutPackages: [PRISMA, /^node:/],
  },
  // Everything that the desk stores in the browser goes through this room.
  "components/storage": {
    imports: ["components", "components/ui"],
    withoutPackages: [PRISMA, WIDGETS, /^node:/],
  },
  // Neither the editor nor the widgets of the desk reach readers.
  "components/reader": {
    imports: [
      "lib/archive",
      "lib/citations",
      "lib/document-bundle",
      "lib/messages",
      "lib/ratings",
      "lib/reports",
      "lib/site-pages",
      "lib/words",
      "components",
      "components/ui",
    ],
    withoutPackages: [PRISMA, EDITOR, WIDGETS, /^node:/],
  },
  // The script of public documents: no framework, and nothing of the desk.
  "components/reader-script": {
    imports: ["components/gestures", "components/verify-script"],
    withoutPackages: [/./],
  },
  // What /verify adds to it: the check of a signature.
  "components/verify-script": { imports: ["lib/reports"], withoutPackages: [/./] },
  // The script for pages of other sites.
  "components/embed-script": { imports: ["components/reader-script"], withoutPackages: [/./] },
  // The script for the publisher's own page, with the matcher; of the data that it draws only the types.
  "components/marks-script": {
    imports: ["components/reader-script", "lib/anchoring", "lib/syndication"],
    withoutPackages: [/./],
  },
  // What fingers do, for the desk and for readers.
  "components/gestures": { imports: [], withoutPackages: [/./] },

  app: {
    imports: [
      ...core,
      "app",
      "components",
      "components/reader",
      "components/storage",
      "components/ui",
      "lib/api",
      "lib/auth",
      "lib/db",
      "lib/documents",
      "lib/health",
      "lib/ingest",
      "lib/mail",
      "lib/mcp",
      "lib/signatures",
      "lib/webhook-delivery",
      "lib/workflows",
    ],
    withoutPackages: [PRISMA],
  },
  // Routes of readers reach publications, and no workflow.
  "app/(reader)": {
    imports: [
      "app",
      "lib/citations",
      "lib/db",
      "lib/documents",
      "lib/http",
      "lib/reports",
      "lib/signatures",
      "lib/words",
    ],
    withoutPackages: [PRISMA, EDITOR, REACT],
  },
};

/** The room of a file; null for what has no bounds: scripts, the demo, browser tests, and what tools need at the top. */
export function roomOf(path: string): string | null {
  return (
    Object.keys(rooms)
      .filter((room) => path.startsWith(`${room}/`))
      .sort((a, b) => b.length - a.length)[0] ?? null
  );
}

/** The only folder that touches what the browser stores: `localStorage`, `sessionStorage`, `indexedDB`. */
export const BROWSER_STORAGE_ROOM = "components/storage";
/** Do so as well, for readers, who get nothing of the desk. */
export const READER_STORAGE_FILES: readonly string[] = [
  "components/reader-script/stored-choice.ts",
  "components/reader-script/stored-draft.ts",
];

/** Folders of one kind of thing each, which can hold more files than others. */
export const LISTS = ["lib/db"] as const;

/** Source files, tests aside, that a folder can hold before it is two rooms. */
export const MAX_FILES_IN_A_FOLDER = 25;
