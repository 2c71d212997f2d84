/** What the rules for names need to know of a language. */
export interface NameWords {
  /** Lower-case words that join parts of one name: "Bank of England". */
  joins: ReadonlySet<string>;
  /** Those that can follow another one: "von der", "of the". */
  secondJoins: ReadonlySet<string>;
  /** Words that begin sentences and are no names, in lower case. */
  starters: ReadonlySet<string>;
  /** Articles and the like: what follows them is a common noun. Only for languages that capitalise every noun. */
  determiners: ReadonlySet<string>;
  /** Every noun has a capital letter, so that a single word is a name only if something else shows it. */
  capitalisesNouns: boolean;
  /** Names that a single word is recognised by in such a language, in lower case: countries and large cities. */
  places: ReadonlySet<string>;
}

const words = (text: string): ReadonlySet<string> => new Set(text.split(" "));
const NONE: ReadonlySet<string> = new Set();

/** Joins of every language but those that capitalise nouns. */
const JOINS = words(
  "of for de del della delle degli di da do das dos du des la le van von der ter zu al el bin ibn ben av af sur",
);
const SECOND_JOINS = words("the la le les los las l der den");
/** Words before "for" in a name: "Institute for Government", but not "Paris for Macron". */
export const HEADS_BEFORE_FOR = words(
  "center centers centre centres institute institutes office department ministry council organization organisation campaign committee fund foundation agency alliance movement society association programme program initiative coalition network forum partnership court secretary minister commissioner",
);

const STARTERS: Readonly<Record<string, ReadonlySet<string>>> = {
  en: words(
    "the a an this that these those it its he she they we you i his her their our my your there here what which who whom whose when where why how if in on at by for from to of with without within about against among between into through during before after above below under over up down out off again further then once and but or nor so yet not no yes as is are was were be been being have has had do does did will would shall should can could may might must let all any both each few more most other some such only own same than too very just also even still while because since until unless although though however moreover meanwhile instead indeed perhaps maybe according despite nearly almost around another one two three four five six seven eight nine ten first second third last next many much several every either neither today yesterday tomorrow now",
  ),
  de: words(
    "der die das den dem des ein eine einen einem einer eines kein keine er sie es wir ihr ich du man sein seine ihre unser in im an am auf aus bei beim mit nach von vom vor zu zum zur über unter für gegen ohne um durch seit während wegen trotz bis und oder aber denn doch sondern wenn weil dass ob als wie wo was wer wann warum nicht nur auch noch schon so da dort hier heute gestern morgen damals dann jetzt viele alle einige mehr etwa rund laut zwei drei erst diese dieser dieses jeder jede jedes",
  ),
  fr: words(
    "le la les un une des du de d l il elle on nous vous ils elles je tu ce cet cette ces c son sa ses leur leurs mon ma notre votre dans en à au aux sur sous par pour avec sans contre entre vers chez depuis pendant avant après selon malgré et ou mais donc or ni car que qui quoi où quand comment pourquoi si ne pas plus moins très aussi encore déjà ici là hier demain aujourd'hui tout tous toute toutes deux trois quatre",
  ),
  es: words(
    "el la los las un una unos unas lo al del él ella ellos ellas yo tú nosotros usted este esta estos estas ese esa eso su sus mi mis nuestro en de a por para con sin contra entre hacia desde hasta según durante tras y e o u pero sino que quien cuando donde como si no ni más menos muy también todavía ya aquí allí hoy ayer mañana todo todos dos tres cuatro",
  ),
  pt: words(
    "o a os as um uma uns umas no na nos nas do da dos das ao à ele ela eles elas eu nós este esta esse essa isso seu sua em de por para com sem contra entre desde até segundo durante após e ou mas que quem quando onde como se não mais menos muito também ainda já aqui hoje ontem amanhã todo todos dois três",
  ),
  it: words(
    "il lo la i gli le un uno una nel nella nei nelle del della dei delle al alla dal dalla sul sulla egli ella noi voi loro io tu questo questa questi quello suo sua in di a da con su per tra fra senza contro secondo durante dopo prima e o ma che chi quando dove come se non più meno molto anche ancora già qui oggi ieri domani tutto tutti due tre",
  ),
  nl: words(
    "de het een hij zij ze wij we ik je u dit dat deze die zijn haar hun ons in op aan bij met naar van voor uit over onder door tegen zonder tussen sinds tijdens na en of maar want dus als toen omdat dat wat wie waar wanneer hoe niet geen ook nog al zo er hier daar vandaag gisteren morgen alle veel twee drie",
  ),
  ru: words(
    "в на с со к ко о об от до из за по под над при у и или но а что кто где когда как почему если не ни же это этот эта эти тот та те он она оно они мы вы я его её их мой наш после перед через без для между среди согласно сегодня вчера завтра там здесь тогда теперь все всё многие некоторые два три",
  ),
  el: words(
    "ο η το οι τα τον την του της των ένας μία μια ένα σε στο στη στην στον από με για και ή αλλά που πως όταν όπου αν δεν μην θα να αυτός αυτή αυτό αυτά εμείς εσείς σήμερα χθες μετά πριν όλα όλοι δύο τρία",
  ),
};

const GERMAN_DETERMINERS = words(
  "der die das den dem des ein eine einen einem einer eines kein keine keinen keiner im am zum zur beim vom ins dieser diese dieses diesem diesen jeder jede jedes ihr ihre ihren ihrem ihrer sein seine seinen seinem seiner unser unsere mein meine",
);

const CAPITALISE_NOUNS = ["de", "lb"];

const known = new Map<string, NameWords>();

/** @param language a valid BCP 47 tag */
export function nameWordsOf(language: string): NameWords {
  const base = language.split("-")[0]?.toLowerCase() ?? "";
  const found = known.get(base);
  if (found) return found;
  const capitalisesNouns = CAPITALISE_NOUNS.includes(base);
  const made: NameWords = {
    joins: capitalisesNouns ? words("von van") : base === "nl" ? without(JOINS, "of") : JOINS,
    secondJoins: SECOND_JOINS,
    starters: STARTERS[base] ?? NONE,
    determiners: capitalisesNouns ? GERMAN_DETERMINERS : NONE,
    capitalisesNouns,
    places: capitalisesNouns ? placesOf(base) : NONE,
  };
  known.set(base, made);
  return made;
}

function without(all: ReadonlySet<string>, word: string): ReadonlySet<string> {
  return new Set([...all].filter((each) => each !== word));
}

/** The countries as a language names them, and the cities that time zones are named after. */
function placesOf(language: string): ReadonlySet<string> {
  const names = new Intl.DisplayNames(language, { type: "region", fallback: "none" });
  const places = new Set<string>();
  for (let first = 65; first <= 90; first++)
    for (let second = 65; second <= 90; second++) {
      const name = names.of(String.fromCharCode(first, second));
      if (name) places.add(name.toLowerCase());
    }
  for (const zone of Intl.supportedValuesOf("timeZone"))
    places.add((zone.split("/").at(-1) ?? "").toLowerCase());
  return places;
}
