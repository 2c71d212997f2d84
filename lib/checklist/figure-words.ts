/*
 * Words that belong to figures, in the languages whose texts a desk of the West checks most. Those of other languages are found by their
 * digits alone.
 */

/** Words that multiply the number before them. */
const SCALES =
  "hundred thousand million millions billion billions trillion trillions bn mn tn hundert tausend millionen milliarde milliarden billionen mio. mrd. bio. mille milliard milliards mil millón millones milhão milhões bilhão bilhões bilião biliões mila milione milioni miliardo miliardi duizend miljoen miljard tusen miljon miljoner miljarder tysiąc tysięcy tysiące tys. milion miliony milionów mln miliard miliardy miliardów mld тысяча тысячи тысяч тыс. млн миллион миллиона миллионов млрд миллиард миллиарда миллиардов трлн χιλιάδες εκατ. εκατομμύρια εκατομμύριο δισ. δισεκατομμύρια milyon milyar مليون مليار ألف".split(
    " ",
  );

const UNITS =
  "percent per-cent percentage-points percentage-point points point prozent prozentpunkte pour-cent por-ciento por-cento per-cento procent procenta процент процента процентов τοις-εκατό dollars dollar cents euros euro pounds pound pence yen yuan francs francos roubles rubles rupees dólares dollari dolarów złotych рублей рубля доллара долларов евро ευρώ δολάρια us-dollar us-dollars usd eur gbp chf k m bn b t km m² m³ km² km³ cm mm nm miles mile ft feet inches inch yards acres acre hectares hectare ha kg g mg µg tonnes tonne tons ton t lb lbs pounds-a-year oz l litres liters gallons barrels barrel bpd km/h mph knots kw mw gw tw kwh mwh gwh twh w hz khz mhz ghz kb mb gb tb c f °c °f degrees grad degrés grados gradi градусов years year months month weeks week days day hours hour minutes minute seconds second years-old year-old am pm a.m. p.m. uhr jahre jahren jahr monate tage stunden minuten ans année années mois jours heures años año meses días horas anos anni anno mesi giorni ore jaar lat roku год года году лет месяцев дней χρόνια έτη bc bce people persons menschen personnes personas persone человек человека دولار يورو ريال times fold".split(
    " ",
  );

const CJK_UNITS =
  "[百千万萬億亿兆]*(?:美元|人民币|ドル|ユーロ|日元|円|元|人|名|個|个|年|月|日|歳|岁|時|点|倍|%|％|원|명|년|월|일|%)?";

const SPACE = "[ \\u00a0\\u202f\\u2009]";
const patternOf = (word: string) => word.replaceAll(/[./]/g, "\\$&").replaceAll("-", "[ \\u00a0-]");
const anyOf = (words: readonly string[]) =>
  [...words]
    .sort((a, b) => b.length - a.length)
    .map(patternOf)
    .join("|");

/** What follows a number and belongs to it, at the position of a sticky match: "th", " million dollars", "%". The match can be empty. */
export const FIGURE_END = new RegExp(
  `(?:(?:st|nd|rd|th|s|er|ers|ère|re|ème|e|è|º|ª|го|й|я)(?![\\p{L}\\p{M}\\p{Nd}]))?` +
    `(?:(?:${SPACE}|-)?(?:${anyOf(SCALES)})(?![\\p{L}\\p{M}]))*` +
    `(?:${SPACE}?(?:%|‰|％|٪|°[CF]?|[€£¥₹₽₩₺₴$])|(?:${SPACE}(?:de${SPACE}|d['’])?|-)?(?:${anyOf(UNITS)})(?![\\p{L}\\p{M}]))?` +
    CJK_UNITS,
  "iuy",
);

const words = (text: string): ReadonlySet<string> => new Set(text.split(" "));

/** The number words of a language. */
export interface NumberWords {
  /** Words that are figures by themselves. */
  numbers: ReadonlySet<string>;
  /** Words that are figures only before a word that multiplies: "one million", "a dozen". */
  articles: ReadonlySet<string>;
  /** Words between two number words: "two hundred and six". */
  joins: ReadonlySet<string>;
  /** Parts that are written together: "fünfundzwanzig". */
  parts?: RegExp;
}

export const SCALE_WORDS: ReadonlySet<string> = words(`${SCALES.join(" ")} dozen dutzend douzaine docena`);

const byLanguage: Readonly<Record<string, NumberWords>> = {
  en: {
    numbers: words(
      "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands million millions billion billions trillion trillions dozen dozens half halves quarter quarters thirds third fourth fifth sixth seventh eighth ninth tenth first twice double doubled triple tripled percent",
    ),
    articles: words("one a an"),
    joins: words("and a"),
  },
  de: {
    numbers: words(
      "million millionen milliarde milliarden billion billionen dutzend hälfte drittel viertel fünftel zweite zweiten zweiter dritte dritten dritter vierte vierten erste ersten erster erstes doppelt zweimal dreimal halb",
    ),
    articles: words("eine einer ein"),
    joins: words("und"),
    parts:
      /^(?:zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|sech|sieb|zwan|drei(?:ß|ss)ig|zig|ein|und|hundert|tausend){1,9}$/,
  },
  fr: {
    numbers: words(
      "deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize vingt trente quarante cinquante soixante cent cents mille million millions milliard milliards douzaine moitié tiers premier première deuxième troisième quatrième double",
    ),
    articles: words("un une"),
    joins: words("et de"),
  },
  es: {
    numbers: words(
      "dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa cien ciento cientos mil miles millón millones docena mitad tercio primer primero primera segundo segunda tercer tercera doble",
    ),
    articles: words("un una"),
    joins: words("y"),
  },
  pt: {
    numbers: words(
      "dois duas três quatro cinco seis sete oito nove dez onze doze treze catorze quinze vinte trinta quarenta cinquenta sessenta setenta oitenta noventa cem cento mil milhão milhões bilhão bilhões dúzia metade terço primeiro primeira segundo segunda terceiro dobro",
    ),
    articles: words("um uma"),
    joins: words("e"),
  },
  it: {
    numbers: words(
      "due tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici quindici venti trenta quaranta cinquanta sessanta settanta ottanta novanta cento mille mila milione milioni miliardo miliardi dozzina metà terzo primo prima secondo seconda doppio",
    ),
    articles: words("un uno una"),
    joins: words("e"),
  },
  nl: {
    numbers: words("miljoen miljard dozijn helft derde eerste tweede dubbel"),
    articles: words("een één"),
    joins: words("en"),
    parts:
      /^(?:twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|der|veer|twintig|dertig|veertig|tig|één|ën|en|honderd|duizend){1,9}$/,
  },
  ru: {
    numbers: words(
      "два две двух три трёх трех четыре пять шесть семь восемь девять десять двадцать тридцать сорок пятьдесят сто двести тысяча тысячи тысяч миллион миллиона миллионов миллиард миллиарда миллиардов половина треть первый первая первое второй вторая третий вдвое",
    ),
    articles: words("один одна"),
    joins: words("и"),
  },
};

/** The number words of a language; null where only digits are found. @param language a valid BCP 47 tag */
export function numberWordsOf(language: string): NumberWords | null {
  return byLanguage[language.split("-")[0] ?? ""] ?? null;
}
