import { expect, test } from "vitest";
import { familyFirst, isBody, namesIn } from "./person-name";

test.each([
  ["Jane Doe", "Doe, Jane"],
  ["Doe, Jane", "Doe, Jane"],
  ["Anna van der Berg", "van der Berg, Anna"],
  ["Martin Luther King Jr.", "King, Martin Luther, Jr."],
  ["Иван Петров", "Петров, Иван"],
  ["J. K. O’Brien-Smith", "O’Brien-Smith, J. K."],
  ["  Jane   Doe ", "Doe, Jane"],
  ["van Berg", "Berg, van"],
  ["King Jr.", "Jr., King"],
  ["Ana de las Casas III", "de las Casas, Ana, III"],
  ["One Two Three Four Five Six Seven", "Seven, One Two Three Four Five Six"],
  ["One Two Three Four Five Six Seven Eight", "One Two Three Four Five Six Seven Eight"],
  ["Jane 孔", "Jane 孔"],
  ["孔 Jane", "孔 Jane"],
  ["Gabriel García Márquez", "García Márquez, Gabriel"],
  ["Mario Vargas Llosa", "Vargas Llosa, Mario"],
  ["Juan Carlos Pérez Gómez", "Pérez Gómez, Juan Carlos"],
  ["José de la Cruz Ruiz", "de la Cruz Ruiz, José"],
  ["Carmen Pérez", "Pérez, Carmen"],
  ["Ramos Smith", "Smith, Ramos"],
  ["Ana Inéz", "Inéz, Ana"],
  ["Madonna", "Madonna"],
  ["孔子", "孔子"],
  ["نور عزيز", "نور عزيز"],
])("%s is stored as %s", (input, expected) => {
  expect(familyFirst(input)).toBe(expected);
});

test.each([
  ["By Jane Doe", ["Doe, Jane"]],
  ["Jane Doe and John Roe", ["Doe, Jane", "Roe, John"]],
  ["Jane Doe, John Roe & Ana Ruiz", ["Doe, Jane", "Roe, John", "Ruiz, Ana"]],
  ["Doe, Jane; Roe, John", ["Doe, Jane", "Roe, John"]],
  ["  Von  Jane Doe ", ["Doe, Jane"]],
  ["By Jane   Doe", ["Doe, Jane"]],
  ["Jane Doe, John Roe", ["Jane Doe, John Roe"]],
  ["Jane By Doe", ["Doe, Jane By"]],
  ["Doe, Jane", ["Doe, Jane"]],
  ["Doe, Jane;Roe, John;", ["Doe, Jane", "Roe, John"]],
  ["Doe, Jane ; Roe, John", ["Doe, Jane", "Roe, John"]],
  ["Jane Doe, and John Roe", ["Doe, Jane", "Roe, John"]],
  ["Jane Doe,Ana Ruiz und John Roe", ["Doe, Jane", "Ruiz, Ana", "Roe, John"]],
  ["Jane Doe ,Ana Ruiz y John Roe", ["Doe, Jane", "Ruiz, Ana", "Roe, John"]],
  ["Ana B. C. de Ruiz", ["de Ruiz, Ana B. C."]],
  ["One Two Three Four Five Six", ["One Two Three Four Five Six"]],
  ["Jane Doe and Madonna", ["Jane Doe and Madonna"]],
  ["Jane Doe and Channel 4", ["Jane Doe and Channel 4"]],
  ["Reuters Staff", ["Reuters Staff"]],
  ["Ministry of Health and Welfare", ["Ministry of Health and Welfare"]],
  ["admin", ["admin"]],
  ["", []],
])("the byline %s names %j", (input, expected) => {
  expect(namesIn(input)).toEqual(expected);
});

test.each([
  ["Jane Doe", false],
  ["Ministry of Health", true],
  ["Channel 4", true],
])("%s is an organisation: %s", (name, expected) => {
  expect(isBody(name)).toBe(expected);
});
