/** Words that name a body rather than a person, in the languages that a desk meets most. */
const BODIES =
  /(?:^|[\s,("'’-])(?:academy|administration|agency|alliance|army|assembly|association|authority|bank|board|brigade|broadcaster|bureau|cabinet|campaign|cent(?:er|re)|chamber|church|city|club|coalition|college|commission|committee|community|company|confederation|congress|consortium|co-?operative|corporation|council|county|court|delegation|department|directorate|embassy|facebook|federation|force|forum|foundation|fund|government|group|hospital|house|inc|industries|institute|institution|journal|kremlin|league|limited|llc|ltd|magazine|media|ministry|movement|museum|nations|network|news|newspaper|ngo|observatory|office|organi[sz]ation|panel|parliament|partnership|party|pentagon|plc|police|post|press|radio|registry|regulator|republic|research|reserve|school|secretariat|senate|service|society|state|statistics|study|syndicate|task force|team|television|times|treasury|tribunal|trust|tv|union|university|watchdog|white house|army|gmbh|ag|bundesamt|bundesregierung|behörde|\p{L}*ministerium|partei|verband|verein|stiftung|universität|zeitung|gouvernement|ministère|mairie|société|syndicat|université|banque|parti|comité|gobierno|ministerio|ayuntamiento|universidad|banco|partido|governo|ministero|università|banca|partito|fundación|fundação)(?=$|[\s,.)"'’-])/iu;

/** Titles and roles of a person, who is named by the body that they lead: "Governor of the Bank of England". */
const PERSONS =
  /^(?:mr|mrs|ms|dr|prof|professor|president|vice[- ]president|prime minister|minister|chancellor|senator|governor|mayor|secretary|director|chair(?:man|woman)?|spokes(?:man|woman|person)|ceo|chief)\.?\s/iu;

/**
 * Whether a claimant is a person or an organisation, by their name. A guess, for data that must say one of the two (schema.org's
 * `Claim.author`): words for bodies, acronyms and plurals of people are organisations; names of two to four capitalised words are persons.
 */
export function claimantKind(claimant: string): "person" | "organization" {
  // "Vladimir Putin, as reported by the Associated Press": the claimant comes first.
  const [name = ""] = claimant.split(/[,;(]|\s+(?:as reported by|via|according to)\s+/iu);
  const trimmed = name.trim();
  if (PERSONS.test(trimmed)) return "person";
  if (BODIES.test(trimmed) || /^the\s/iu.test(trimmed)) return "organization";
  const words = trimmed.split(/\s+/u);
  if (words.length === 1 && /^\p{Lu}[\p{Lu}\d&.-]+$/u.test(trimmed)) return "organization";
  // "Critics", "residents of the port": people without names.
  if (words.some((word) => /^\p{Ll}/u.test(word) && !PARTICLES.has(word.toLowerCase())))
    return "organization";
  return /\d/u.test(trimmed) ? "organization" : "person";
}

/** Small words inside the names of people. */
const PARTICLES = new Set(
  "al af av bin bint da das de del della den der di do dos du e el ibn la las le los of ter und van vande ver von y zu zum zur".split(
    " ",
  ),
);
