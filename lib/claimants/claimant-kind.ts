import type { ClaimantKind } from "./claimant";

/** Words that name a body rather than a person, in the languages that a desk meets most. */
const BODIES =
  /(?:^|[\s,("'’-])(?:academy|administration|agency|alliance|army|assembly|association|authority|bank|board|brigade|broadcaster|bureau|cabinet|campaign|cent(?:er|re)|chamber|church|city|club|coalition|college|commission|committee|community|company|confederation|congress|consortium|co-?operative|corporation|council|county|court|delegation|department|directorate|embassy|facebook|federation|force|forum|foundation|fund|government|group|hospital|house|inc|industries|institute|institution|journal|kremlin|league|limited|llc|ltd|magazine|media|ministry|movement|museum|nations|network|news|newspaper|ngo|observatory|office|organi[sz]ation|panel|parliament|partnership|party|pentagon|plc|police|post|press|radio|registry|regulator|republic|research|reserve|school|secretariat|senate|service|society|state|statistics|study|syndicate|task force|team|television|times|treasury|tribunal|trust|tv|union|university|watchdog|white house|army|gmbh|ag|bundesamt|bundesregierung|behörde|\p{L}*ministerium|partei|verband|verein|stiftung|universität|zeitung|gouvernement|ministère|mairie|société|syndicat|université|banque|parti|comité|gobierno|ministerio|ayuntamiento|universidad|banco|partido|governo|ministero|università|banca|partito|fundación|fundação)(?=$|[\s,.)"'’-])/iu;

/** Titles and roles of a person, who is named by the body that they lead: "Governor of the Bank of England". */
const PERSONS =
  /^(?:mr|mrs|ms|dr|prof|professor|president|vice[- ]president|prime minister|minister|chancellor|senator|governor|mayor|secretary|director|chair(?:man|woman)?|spokes(?:man|woman|person)|ceo|chief)\.?\s/iu;

/**
 * What kind of claimant a name stands for. A guess, for names that come without one: words for bodies and acronyms are organisations,
 * people without names are a group ("residents of the port"), and names of two to four capitalised words are persons.
 */
export function claimantKind(name: string): ClaimantKind {
  // "Siemens, Inc." and "Ann Lee (spokeswoman)" begin with what they are.
  const [first = ""] = name.split(/[,;(]/u);
  const trimmed = first.trim();
  if (PERSONS.test(trimmed)) return "person";
  const words = trimmed.split(/\s/u);
  if (PEOPLE.test(trimmed)) return "group";
  if (BODIES.test(trimmed) || /^the\s/iu.test(trimmed)) return "organisation";
  if (/^\p{Lu}[\p{Lu}\d&.-]+$/u.test(trimmed)) return "organisation";
  const small = words.filter((word) => /^\p{Ll}/u.test(word) && !PARTICLES.has(word.toLowerCase()));
  // "Friends of the Earth" is a name, "friends of the minister" is not.
  if (small.length > 0) return small.every((word) => LINKS.has(word)) ? "organisation" : "group";
  return /\d/u.test(trimmed) ? "organisation" : "person";
}

/** Ends in a plural of people, as the last word or before "of", "in" and the like. */
const PEOPLE =
  /(?:^|\s)(?:activists|analysts|authorities|citizens|commentators|critics|customers|doctors|economists|employees|eyewitnesses|experts|farmers|fans|investors|journalists|lawmakers|lawyers|leaders|mayors|members|ministers|observers|officers|officials|organi[sz]ers|owners|parents|people|politicians|protesters|refugees|reporters|researchers|residents|scientists|senators|soldiers|sources|spokespeople|students|supporters|teachers|users|volunteers|voters|witnesses|workers)(?:$|\s(?:of|in|at|from|for|on|near|with|who)\s)/iu;

/** Small words inside the names of organisations. */
const LINKS = new Set(["and", "at", "for", "in", "on", "the", "to", "with", "without"]);

/** Small words inside the names of people. */
const PARTICLES = new Set(
  "al af av bin bint da das de del della den der di do dos du e el ibn la las le los of ter und van vande ver von y zu zum zur".split(
    " ",
  ),
);
