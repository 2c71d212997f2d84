import { defaultScale } from "./default-scale";
import type { Rating } from "./rating";

/** A template for a new scale. */
export interface ScaleTemplate {
  key: string;
  name: string;
  /** What it is for, in one sentence. */
  description: string;
  ratings: Rating[];
}

const mostlyFalse: Rating = {
  key: "mostly-false",
  label: "Mostly false",
  definition: "The claim has a grain of truth, but is wrong on the main point.",
  value: 2,
  colour: "vermilion",
  underline: "wavy",
  icon: "slanted-arrow",
};

const halfTrue: Rating = {
  key: "half-true",
  label: "Half true",
  definition: "The claim is partly accurate, but omits or gets wrong something important.",
  value: 3,
  colour: "ochre",
  underline: "dashed",
  icon: "half-circle",
};

/** A rating of the default scale with another score. */
function own(key: string, value: number | null): Rating {
  const rating = defaultScale.ratings.find((each) => each.key === key);
  if (!rating) throw new RangeError(`the default scale has no rating ${key}`);
  return { ...rating, value };
}

const fiveSteps: Rating[] = [
  own("false", 1),
  mostlyFalse,
  halfTrue,
  own("mostly-true", 4),
  own("true", 5),
  own("unverifiable", null),
];

/** The templates for a new scale, which can be edited freely afterwards. */
export const scaleTemplates: readonly ScaleTemplate[] = [
  {
    key: "obelus",
    name: defaultScale.name,
    description:
      "Six ratings that distinguish misleading, altered and incomplete claims, and two unscored ones.",
    ratings: defaultScale.ratings,
  },
  {
    key: "averitec",
    name: "AVeriTeC",
    description:
      "The four labels of the AVeriTeC data set, for research and for comparison with automated fact-checking.",
    ratings: [
      {
        key: "refuted",
        label: "Refuted",
        definition: "The evidence contradicts the claim.",
        value: 1,
        colour: "deep-red",
        underline: "thick",
        icon: "cross",
      },
      {
        key: "conflicting",
        label: "Conflicting Evidence/Cherrypicking",
        definition:
          "Some of the evidence supports the claim and some contradicts it, or it is true only because of what it omits.",
        value: 2,
        colour: "ochre",
        underline: "dashed",
        icon: "half-circle",
      },
      {
        key: "supported",
        label: "Supported",
        definition: "The evidence supports the claim.",
        value: 3,
        colour: "deep-blue",
        underline: "solid",
        icon: "check",
      },
      {
        key: "not-enough-evidence",
        label: "Not Enough Evidence",
        definition: "The available evidence neither supports nor contradicts the claim.",
        value: null,
        colour: "grey",
        underline: "dotted",
        icon: "question",
      },
    ],
  },
  {
    key: "five-steps",
    name: "Five steps",
    description: "From false to true with a middle, and one unscored rating.",
    ratings: fiveSteps,
  },
  {
    key: "six-steps",
    name: "Six steps",
    description: "From egregiously false to true, and one unscored rating.",
    ratings: [
      {
        key: "absurd",
        label: "Absurd",
        definition: "The claim is egregiously false: no reading of the evidence supports it.",
        value: 1,
        colour: "plum",
        underline: "double",
        icon: "pencil",
      },
      ...fiveSteps.map((rating) => ({ ...rating, value: rating.value === null ? null : rating.value + 1 })),
    ],
  },
];
