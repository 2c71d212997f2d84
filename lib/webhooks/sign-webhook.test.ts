import { createHmac } from "node:crypto";
import { Webhook } from "standardwebhooks";
import { expect, test } from "vitest";
import { signWebhook } from "./sign-webhook";

const SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
const FORMER = "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD";
const delivery = {
  id: "msg_p5jXN8AQM9LWM0D4loKWxJek",
  at: new Date(1_614_265_330_000),
  body: '{"test": 2432232314}',
};

test("a delivery has the signature of the vector that the libraries of Standard Webhooks share", () => {
  expect(signWebhook(delivery, [SECRET])).toEqual({
    "webhook-id": delivery.id,
    "webhook-timestamp": "1614265330",
    "webhook-signature": "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
  });
});

test.each<[string, string[], string]>([
  ["the current secret", [SECRET], SECRET],
  ["the current one while the former one is valid", [SECRET, FORMER], SECRET],
  ["the former one", [SECRET, FORMER], FORMER],
])("a receiver accepts it with %s", (_, secrets, known) => {
  const now = { ...delivery, at: new Date() };
  expect(new Webhook(known).verify(now.body, signWebhook(now, secrets))).toEqual({ test: 2432232314 });
});

test.each<[string, string]>([
  ["another secret", "whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"],
  ["the former secret once only the current one signs", FORMER],
])("a receiver refuses it with %s", (_, known) => {
  const now = { ...delivery, at: new Date() };
  expect(() => new Webhook(known).verify(now.body, signWebhook(now, [SECRET]))).toThrow("signature");
});

test("the signature is the HMAC of id, time and body, as other languages compute it", () => {
  const key = Buffer.from(SECRET.slice("whsec_".length), "base64");
  const content = `${delivery.id}.1614265330.${delivery.body}`;
  const expected = createHmac("sha256", key).update(content).digest("base64");
  expect(signWebhook(delivery, [SECRET])["webhook-signature"]).toBe(`v1,${expected}`);
});
