// WebAuthn speaks bytes, JSON speaks text: base64url in between, as the standard writes it.

function bytes(text) {
  const plain = text.replaceAll("-", "+").replaceAll("_", "/");
  return Uint8Array.from(atob(plain), (letter) => letter.charCodeAt(0));
}

function text(buffer) {
  const letters = Array.from(new Uint8Array(buffer), (byte) => String.fromCharCode(byte)).join("");
  return btoa(letters).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

const named = (list) => list?.map((item) => ({ ...item, id: bytes(item.id) }));

/** Options for navigator.credentials.create from the server's JSON. */
export function creationFrom(json) {
  const given = json.publicKey ?? json;
  return {
    ...given,
    challenge: bytes(given.challenge),
    user: { ...given.user, id: bytes(given.user.id) },
    excludeCredentials: named(given.excludeCredentials),
  };
}

/** Options for navigator.credentials.get from the server's JSON. */
export function requestFrom(json) {
  const given = json.publicKey ?? json;
  return { ...given, challenge: bytes(given.challenge), allowCredentials: named(given.allowCredentials) };
}

const PARTS = ["clientDataJSON", "attestationObject", "authenticatorData", "signature", "userHandle"];

/** The person's answer as JSON text, in the shape of PublicKeyCredential.toJSON(). */
export function packed(credential) {
  const { id, rawId, type, authenticatorAttachment, response } = credential;
  const given = PARTS.filter((part) => response[part]).map((part) => [part, text(response[part])]);
  return JSON.stringify({
    id,
    rawId: text(rawId),
    type,
    authenticatorAttachment,
    clientExtensionResults: credential.getClientExtensionResults(),
    response: { ...Object.fromEntries(given), transports: response.getTransports?.() },
  });
}
