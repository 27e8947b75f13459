"""A certificate's key as the issuer publishes it."""

import base64
import hashlib

from ansible.errors import AnsibleFilterError
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat


def _text(octets):
    return base64.urlsafe_b64encode(octets).rstrip(b"=").decode()


def _number(value):
    return _text(value.to_bytes((value.bit_length() + 7) // 8, "big"))


def jwk(certificate):
    """The JSON Web Key (RFC 7517) of a PEM certificate, with the id that Open Liberty gives it as a signer."""
    key = x509.load_pem_x509_certificate(certificate.encode()).public_key()
    if not isinstance(key, rsa.RSAPublicKey):
        raise AnsibleFilterError("tokens are signed with an RSA key, and this certificate has another")
    encoded = key.public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
    numbers = key.public_numbers()
    return {
        "kty": "RSA",
        "use": "sig",
        "alg": "RS256",
        "kid": _text(hashlib.sha256(encoded).digest()),
        "n": _number(numbers.n),
        "e": _number(numbers.e),
    }


class FilterModule:
    """What a role's templates may use."""

    def filters(self):
        return {"jwk": jwk}
