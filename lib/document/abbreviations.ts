/** The abbreviations of a language that end with a full stop, for telling them from the ends of sentences. All in lower case. */
export interface Abbreviations {
  /** Never end a sentence: titles before names, and words that are always followed by more. */
  inside: ReadonlySet<string>;
  /** Don't end a sentence before a number: "No. 5", "Feb. 3". */
  beforeNumber: ReadonlySet<string>;
  /** End a sentence if what follows begins as sentences do: see `starters`. */
  either: ReadonlySet<string>;
  /** Words with which sentences begin and names do not. */
  starters: ReadonlySet<string>;
  /** Whether numbers with a full stop are ordinals: "3. Mai", "19. Jahrhundert". */
  ordinals: boolean;
}

const words = (list = "") => new Set(list.split(" ").filter(Boolean));

function abbreviations(lists: {
  inside?: string;
  beforeNumber?: string;
  either?: string;
  starters?: string;
  ordinals?: true;
}): Abbreviations {
  return {
    inside: words(lists.inside),
    beforeNumber: words(lists.beforeNumber),
    either: words(lists.either),
    starters: words(lists.starters),
    ordinals: lists.ordinals ?? false,
  };
}

const ENGLISH = abbreviations({
  inside:
    "mr mrs ms mx dr prof sen sens rep reps gov govs gen lt ltgen col sgt capt cpl pvt pfc adm cmdr maj brig rev hon pres supt det insp atty messrs mme mlle vs viz cf eg ie approx dept assoc asst",
  beforeNumber:
    "no nos p pp vol vols fig figs ch sec secs art arts para jan feb mar apr jun jul aug sep sept oct nov dec ca c est ext tel",
  either:
    "st inc corp co ltd llc bros jr sr esq ave blvd rd mt ft jan feb mar apr jun jul aug sep sept oct nov dec mass calif conn fla ariz ala ark colo del ga ill ind kan ky la md mich minn miss mo mont neb nev okla ore pa tenn tex va vt wash wis wyo",
  starters:
    "the a an he she it they we i you this that these those there here in on at by for from with without after before when while where since until during under over between among as if although though because however but and or so yet still also then now today yesterday tomorrow meanwhile according his her hers its their our my your who what which why how some many most all both each every no not another other one two three several few instead despite even just only such once later earlier such that's it's he's she's they're we're there's i'm let's",
});

const GERMAN = abbreviations({
  inside:
    "dr prof hr hrn fr dipl ing mag bzw vgl ca evtl ggf inkl exkl zzgl abzgl sog st gen geb gest verh max min insb bspw allg staatl dt engl frz lat",
  beforeNumber: "nr nrn abs art kap bd bde s z tel ziff anm abb tab ab mio mrd",
  either: "str usw etc mio mrd jh jhd jan feb mär apr jun jul aug sep sept okt nov dez co verl hrsg red",
  starters:
    "der die das den dem des ein eine einen einem einer er sie es wir ich ihr man in im an am auf bei mit nach von vor zu zum zur aus für über unter seit während als wenn weil dass ob aber und oder denn doch auch so dann danach dort hier heute gestern morgen jetzt später damit dabei dagegen daher deshalb zudem außerdem jedoch dennoch trotzdem diese dieser dieses jede jeder alle viele einige kein keine nicht nur noch schon sein seine ihre unser was wer wie wo warum laut",
  ordinals: true,
});

const FRENCH = abbreviations({
  inside: "m mm mme mmes mlle mlles dr drs pr me mgr st ste sts cf env av apr ex éd dir",
  beforeNumber: "no nos n p pp vol chap art fig tél janv févr avr juil sept oct nov déc",
  either: "etc cie bd boul inc janv févr avr juil sept oct nov déc",
  starters:
    "le la les l un une des du il elle ils elles on nous vous je tu ce cet cette ces c'est c dans en au aux à de par pour sur sous avec sans après avant depuis pendant selon mais et ou or donc car si quand lorsque comme que qui où pourquoi son sa ses leur leurs notre votre tout toute tous plusieurs aucun aujourd'hui hier demain ainsi alors puis cependant toutefois pourtant enfin",
});

const SPANISH = abbreviations({
  inside:
    "sr sra sres sras srta dr dra dres d dª dña lic ing arq gral cnel cap prof profa ud uds vd vds sto sta mons fr cf ej aprox",
  beforeNumber:
    "núm núms n nº pág págs p pp vol cap art arts fig tel ene feb mar abr may jun jul ago sep sept oct nov dic",
  either: "etc cía av avda uu ee dpto jr hnos",
  starters:
    "el la los las un una unos unas él ella ellos ellas yo nosotros usted ustedes este esta estos estas ese esa eso esto en a al de del por para con sin sobre según tras desde hasta durante entre cuando mientras donde si aunque pero y o porque como que quien qué cómo su sus nuestro mi no también además sin embargo hoy ayer ahora después antes así entonces todo todos muchos algunos",
});

const ITALIAN = abbreviations({
  inside: "sig sigg dott prof ing avv arch geom on rag mons don cav comm sen pres cfr es ecc.mo s",
  beforeNumber:
    "n nn nr p pp pag pagg vol cap art artt fig tel gen feb mar apr mag giu lug ago set ott nov dic",
  either: "ecc jr spa srl",
  starters:
    "il lo la i gli le l un uno una lui lei loro noi io egli essa questo questa questi queste quello quella in nel nella a al alla di del della da dal dalla per con su sul sulla tra fra secondo dopo prima durante quando mentre dove se anche ma e o perché come che chi cosa suo sua nostro non oggi ieri ora poi così allora inoltre tuttavia tutti molti alcuni",
});

const PORTUGUESE = abbreviations({
  inside:
    "sr sra srs sras srta dr dra drs prof profa eng exmo exma d gen cel cap min gov sen dep pe cf aprox",
  beforeNumber:
    "n nº núm pág págs p pp vol cap art arts fig tel jan fev mar abr mai jun jul ago set out nov dez",
  either: "etc cia ltda av r jr",
  starters:
    "o a os as um uma ele ela eles elas eu nós você vocês este esta estes estas esse essa isso isto em no na nos nas de do da dos das por pelo pela para com sem sobre segundo após desde até durante entre quando enquanto onde se embora mas e ou porque como que quem seu sua não também além hoje ontem agora depois antes assim então todos muitos alguns",
});

const DUTCH = abbreviations({
  inside: "dhr mevr mw dr drs prof ir ing mr ds bijv ca resp incl excl o.l.v st gen",
  beforeNumber: "nr nrs p pp blz art vol tel jan feb mrt apr jun jul aug sep sept okt nov dec",
  either: "enz etc jr sr e.d",
  starters:
    "de het een hij zij ze wij we ik u jij je dit dat deze die er in op aan bij met naar van voor uit over onder sinds tijdens als toen wanneer omdat hoewel maar en of want dus ook dan daarna daar hier vandaag gisteren nu later volgens zijn haar hun ons wat wie hoe waar waarom alle veel sommige geen niet",
});

const POLISH = abbreviations({
  inside:
    "dr prof inż mgr hab gen płk mjr kpt por sierż św ks abp bp np tzn tj m.in im ul al pl zob por ok ppłk",
  beforeNumber: "nr s str t tom rozdz art ust pkt poz tel godz",
  either: "itd itp r w mln mld tys zł",
  starters:
    "to ten ta te on ona ono oni one ja my wy w we z ze na do od po przed przez dla o pod nad bez przy za u według jednak ale i a lub oraz więc bo gdy kiedy jeśli jeżeli chociaż jak co kto gdzie dlaczego jego jej ich nasz wszystkie wiele nie tak tam tu dziś wczoraj teraz potem następnie jednocześnie",
  ordinals: true,
});

const SCANDINAVIAN = abbreviations({
  inside: "dr prof hr fr frk ing dir adv t.ex bl.a f.eks dvs jfr jf ca fv s.k s.å st",
  beforeNumber: "nr kl s sid side art kap bind tlf tel jan feb mar apr jun jul aug sep sept okt nov dec des",
  either: "osv etc m.fl m.m mm mv o.s.v mio mia mkr",
  starters:
    "den det de en et ett ei han hon hun hen vi jag jeg du dette detta dessa disse der där her här i på vid ved med efter etter från fra till til för for om under över over innan før sedan siden när når da då men och og eller for fordi därför derfor också også så sedan nu nå idag i dag igår hans hennes deres deras vår alla alle många mange inga ingen inte ikke enligt ifølge",
  ordinals: true,
});

const RUSSIAN = abbreviations({
  inside: "г-н г-жа гр проф акад доц им см ср т св о ул пр пл д кв напр тов ген полк",
  beforeNumber: "№ стр с п пп ст гл рис табл тел ч том т кв д",
  either: "г гг в вв р руб коп тыс млн млрд трлн др пр н",
  starters:
    "он она оно они мы вы я это этот эта эти тот та те в во на с со к по о об от до из у за под над при для без через после перед во-первых но и а или однако если когда хотя потому поэтому также кроме как что кто где почему его её их наш все многие некоторые не ни там тут здесь сегодня вчера теперь потом затем согласно по",
});

const CZECH = abbreviations({
  inside:
    "dr ing mgr bc mudr judr phdr rndr doc prof p pí sv gen plk mjr kpt např tzn tzv tj ul nám tř al popř",
  beforeNumber: "č čís s str sv díl kap čl odst písm tel hod obr",
  either: "atd apod aj mil mld tis kč st stol r",
  starters:
    "ten ta to ti on ona ono oni já my vy v ve z ze na do od po před přes pro o pod nad bez při za u podle ale a i nebo však proto protože když pokud ačkoli jak co kdo kde proč jeho její jejich náš všechny mnoho ne tak tam zde dnes včera teď potom poté",
  ordinals: true,
});

const TURKISH = abbreviations({
  inside: "dr prof doç yrd av sn alb gen müh öğr gör bkz örn yy hz cad sok mah",
  beforeNumber: "no s sf cilt md tel",
  either: "vb vs vd ltd şti aş",
  starters:
    "bu şu o bir ben sen biz siz onlar ancak ama fakat ve veya çünkü eğer için gibi daha sonra önce şimdi bugün dün yarın burada orada ne kim nasıl neden her bazı birçok",
  ordinals: true,
});

const HINDI = abbreviations({ inside: "डॉ प्रो श्री कु सुश्री मो पं ले जन" });

const BY_LANGUAGE: Readonly<Record<string, Abbreviations>> = {
  en: ENGLISH,
  de: GERMAN,
  fr: FRENCH,
  es: SPANISH,
  it: ITALIAN,
  pt: PORTUGUESE,
  nl: DUTCH,
  pl: POLISH,
  sv: SCANDINAVIAN,
  da: SCANDINAVIAN,
  nb: SCANDINAVIAN,
  nn: SCANDINAVIAN,
  no: SCANDINAVIAN,
  ru: RUSSIAN,
  uk: RUSSIAN,
  cs: CZECH,
  sk: CZECH,
  tr: TURKISH,
  hi: HINDI,
};

/** The abbreviations of a language; those of English if there is no list. @param language a BCP 47 tag */
export function abbreviationsOf(language: string): Abbreviations {
  return BY_LANGUAGE[language.toLowerCase().split(/[-_]/)[0] ?? ""] ?? ENGLISH;
}
