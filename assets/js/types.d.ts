// Trusted Types, which the type checker's own library does not name yet. Browsers without them ignore the policies.

interface TrustedTypePolicy {
  createHTML(html: string): string;
  createScriptURL(url: string): string;
}

interface TrustedTypePolicyRules {
  createHTML?: (html: string) => string;
  createScriptURL?: (url: string) => string;
}

declare var trustedTypes: { createPolicy(name: string, rules: TrustedTypePolicyRules): TrustedTypePolicy } | undefined;
