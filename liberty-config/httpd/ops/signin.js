// Authorization code with PKCE (RFC 7636): the issuer asks for the password, and this page sees a token at most.

import {at} from './watch.js';

const KEPT = 'baton.sign-in';

/**
 * Leaves this page for the issuer; afterwards `returned` tells what was meant to happen.
 *
 * @param client authorize (URL), client (id) and token (the name that httpd has for the issuer's token endpoint)
 * @param meant anything that JSON can hold
 * @param again whether the issuer is to ask for the password even of whom it knows
 */
export async function signIn(client, meant, again) {
  const verifier = random();
  const state = random();
  sessionStorage.setItem(KEPT, JSON.stringify({verifier, state, client, meant}));
  const url = new URL(client.authorize);
  const parameters = {
    response_type: 'code',
    client_id: client.client,
    redirect_uri: at('').href,
    scope: 'openid',
    state,
    code_challenge: base64url(await sha256(verifier)),
    code_challenge_method: 'S256',
    ...(again ? {prompt: 'login'} : {}),
  };
  Object.entries(parameters).forEach(([name, value]) => url.searchParams.set(name, value));
  location.assign(url);
}

/**
 * What the issuer sent back with this page's address, if it did: {meant, token}.
 *
 * @throws Error with a sentence for the user where there is no token
 */
export async function returned() {
  const answer = new URLSearchParams(location.search);
  if (!answer.has('code') && !answer.has('error')) {
    return undefined;
  }
  history.replaceState(null, '', at(location.hash));
  const kept = JSON.parse(sessionStorage.getItem(KEPT));
  sessionStorage.removeItem(KEPT);
  if (!kept || kept.state !== answer.get('state')) {
    throw new Error('The answer of the issuer belongs to no sign-in of this page.');
  }
  if (answer.has('error')) {
    throw new Error(`The issuer gives no token: ${answer.get('error_description') ?? answer.get('error')}`);
  }
  return {meant: kept.meant, token: await exchanged(answer.get('code'), kept)};
}

/** The claims of a token, for showing them: who verifies it stands in the picture. */
export function claims(token) {
  const bytes = Uint8Array.from(atob(token.split('.')[1].replaceAll('-', '+').replaceAll('_', '/')), c => c.charCodeAt(0));
  return JSON.parse(new TextDecoder().decode(bytes));
}

/** The same token with another role in it, and the signature that it had. */
export function tampered(token) {
  const [header, , signature] = token.split('.');
  const changed = {...claims(token), groups: ['operator', 'clerk']};
  return [header, base64url(new TextEncoder().encode(JSON.stringify(changed))), signature].join('.');
}

/** As every hop computes it: the first 8 bytes of the token's SHA-256. */
export async function fingerprint(token) {
  return [...(await sha256(token)).slice(0, 8)].map(byte => byte.toString(16).padStart(2, '0')).join('');
}

async function exchanged(code, {verifier, client}) {
  const answer = await fetch(at(`token/${client.token}`), {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'authorization_code', code, code_verifier: verifier, client_id: client.client, redirect_uri: at('').href,
    }),
  });
  const body = await answer.json().catch(() => ({}));
  if (!body.access_token) {
    throw new Error(`The issuer gives no token: ${body.error_description ?? body.detail ?? `status ${answer.status}`}`);
  }
  return body.access_token;
}

const random = () => base64url(crypto.getRandomValues(new Uint8Array(32)));

async function sha256(text) {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
}

function base64url(bytes) {
  return btoa(String.fromCharCode(...bytes)).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}
