import type { CreateClaimInput } from "@/lib/claims/claim-input";

/** A claim in the Spanish article. */
export interface SpanishClaim {
  /** The text that it marks. */
  exact: string;
  content: Omit<CreateClaimInput, "articleId" | "versionId" | "idempotencyKey" | "anchor">;
}

const because = (text: string) => ({
  type: "doc" as const,
  content: [{ type: "paragraph", content: [{ type: "text", text }] }],
});

const magazine = { name: "Cuaderno del Viajero", kind: "organisation" as const };

/* The same source for several claims is one source of the library: see createClaim. */
const amazonRiver = {
  url: "https://www.britannica.com/place/Amazon-River",
  title: "Amazon River",
  publisher: "Encyclopaedia Britannica",
  kind: "article" as const,
  language: "en",
};
const panamaCanal = {
  url: "https://www.britannica.com/topic/Panama-Canal",
  title: "Panama Canal",
  publisher: "Encyclopaedia Britannica",
  kind: "article" as const,
  language: "en",
};

/** A finished fact-check in Spanish: its page, its report and its files are in Spanish too. The magazine and its text are invented. */
export const spanish = {
  article: {
    title: "El río, la selva y el canal: tres gigantes de América",
    publisher: "Cuaderno del Viajero, una revista inventada para esta demostración",
    byline: "Redacción",
    publishedOn: "2026-08-15",
    language: "es",
    content: {
      format: "text" as const,
      value: [
        "Quien viaja de Panamá a Manaos pasa, en pocos días, de la mayor obra de ingeniería del continente a su mayor río. Estas son algunas cifras para el camino.",
        "El canal de Panamá, de unos 80 kilómetros, se abrió al tráfico el 15 de agosto de 1914. Aquel día, el primer barco que lo recorrió oficialmente fue el vapor «Ancona», con unas doscientas personas a bordo. En Europa acababa de estallar la guerra, y apenas hubo fiesta: los periódicos tenían otras noticias que dar.",
        "Más al sur, todo cambia de escala. La cuenca del Amazonas ocupa unos siete millones de kilómetros cuadrados, más de un tercio de América del Sur. El río recoge las aguas de los Andes y las lleva hasta el Atlántico, donde tiñe el mar a muchos kilómetros de la costa.",
        "En esa cuenca crece la mayor selva tropical del planeta. Muchos viajeros no lo saben, pero la selva amazónica se encuentra por completo en territorio de Brasil. Manaos, en pleno bosque, es su gran puerta de entrada: una ciudad de más de dos millones de habitantes a la que se llega, sobre todo, en barco o en avión.",
        "Para quien tenga poco tiempo, un consejo: el canal se ve en un día. Para el río hace falta, por lo menos, una semana.",
      ].join("\n"),
    },
  },
  claims: [
    {
      exact: "El canal de Panamá, de unos 80 kilómetros, se abrió al tráfico el 15 de agosto de 1914",
      content: {
        statement:
          "El canal de Panamá mide unos 80 kilómetros y se abrió al tráfico el 15 de agosto de 1914.",
        claimant: magazine,
        claimedOn: "2026-08-15",
        kind: "number",
        tags: ["canal de Panamá"],
        verdict: {
          ratingKey: "true",
          rationaleDoc: because(
            "La fecha es la de la apertura oficial. La longitud depende de dónde se empiece a medir: de una costa a la otra son unos 65 kilómetros, y entre las aguas profundas de los dos océanos, algo más de 80. La segunda cifra es la habitual.",
          ),
        },
        evidence: [
          {
            stance: "supports",
            note: "Da las dos longitudes y la fecha de apertura.",
            source: panamaCanal,
          },
          {
            stance: "context",
            note: "Cuenta cómo se construyó el canal, de 1903 a 1914.",
            source: {
              url: "https://history.state.gov/milestones/1899-1913/panama-canal",
              title: "Building the Panama Canal, 1903–1914",
              publisher: "Office of the Historian, Departamento de Estado de los Estados Unidos",
              kind: "article",
              language: "en",
            },
          },
        ],
      },
    },
    {
      exact: "el primer barco que lo recorrió oficialmente fue el vapor «Ancona»",
      content: {
        statement: "El primer barco que recorrió oficialmente el canal de Panamá se llamaba «Ancona».",
        claimant: magazine,
        claimedOn: "2026-08-15",
        kind: "attribution",
        tags: ["canal de Panamá"],
        verdict: {
          ratingKey: "altered",
          rationaleDoc: because(
            "El nombre está cambiado: el barco se llamaba «Ancon», sin «a» final, como el cerro Ancón de la ciudad de Panamá. Ancona es una ciudad de Italia. El resto es correcto: el «Ancon» hizo el primer recorrido oficial.",
          ),
        },
        evidence: [
          {
            stance: "refutes",
            note: "Historia del barco, con su nombre y el recorrido del 15 de agosto de 1914.",
            source: {
              url: "https://en.wikipedia.org/wiki/SS_Ancon_(1901)",
              title: "SS Ancon (1901)",
              publisher: "Wikipedia",
              kind: "article",
              language: "en",
            },
          },
        ],
      },
    },
    {
      exact: "La cuenca del Amazonas ocupa unos siete millones de kilómetros cuadrados",
      content: {
        statement: "La cuenca del Amazonas ocupa unos siete millones de kilómetros cuadrados.",
        claimant: magazine,
        claimedOn: "2026-08-15",
        kind: "number",
        tags: ["Amazonia"],
        verdict: {
          ratingKey: "true",
          rationaleDoc: because(
            "Las obras de referencia dan la misma cifra redonda. No hay que confundir la cuenca, es decir, toda la tierra cuyas aguas van al río, con la selva, que es algo menor.",
          ),
        },
        evidence: [
          { stance: "supports", note: "Da la superficie de la cuenca.", source: amazonRiver },
          {
            stance: "supports",
            note: "Distingue entre la cuenca y la selva.",
            source: {
              url: "https://es.wikipedia.org/wiki/Amazonia",
              title: "Amazonia",
              publisher: "Wikipedia",
              kind: "article",
              language: "es",
            },
          },
        ],
      },
    },
    {
      exact: "la selva amazónica se encuentra por completo en territorio de Brasil",
      content: {
        statement: "Toda la selva amazónica está en Brasil.",
        claimant: magazine,
        claimedOn: "2026-08-15",
        kind: "other",
        tags: ["Amazonia"],
        verdict: {
          ratingKey: "false",
          rationaleDoc: because(
            "En Brasil está la mayor parte, cerca del 60 %. El resto se reparte entre Perú, Colombia, Venezuela, Ecuador, Bolivia, Guyana, Surinam y la Guayana Francesa.",
          ),
        },
        evidence: [
          {
            stance: "refutes",
            note: "Organización de los ocho países que comparten la Amazonia.",
            source: {
              url: "https://otca.org/",
              title: "Organización del Tratado de Cooperación Amazónica",
              publisher: "OTCA",
              kind: "other",
              language: "es",
              primary: true,
            },
          },
          {
            stance: "refutes",
            note: "Da la parte de cada país.",
            source: {
              url: "https://es.wikipedia.org/wiki/Amazonia",
              title: "Amazonia",
              publisher: "Wikipedia",
              kind: "article",
              language: "es",
            },
          },
        ],
      },
    },
  ] satisfies SpanishClaim[] as SpanishClaim[],
};
