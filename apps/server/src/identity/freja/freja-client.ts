import { type KeyObject, verify } from 'node:crypto';
import { ok, refused, type Result } from '@klubba/meeting';
import { z } from 'zod';
import type { MutualClient } from '../mutual-tls.ts';
import type { LoginRefusal } from '../provider.ts';

const startedShape = z.object({ authRef: z.string() });
const resultShape = z.object({ authRef: z.string(), status: z.string(), details: z.string().optional() });
const headerShape = z.object({ alg: z.literal('RS256') });
const detailsShape = z.object({
  authRef: z.string(),
  status: z.literal('APPROVED'),
  requestedAttributes: z.object({
    ssn: z.object({ country: z.literal('SE'), ssn: z.string().regex(/^\d{12}$/) }),
    registrationLevel: z.enum(['PLUS', 'EXTENDED']).optional(),
  }),
});
const errorShape = z.object({ code: z.number() });

export type FrejaResult =
  | { readonly status: string; readonly personalNumber: undefined }
  | { readonly status: 'APPROVED'; readonly personalNumber: string };

export type FrejaClient = {
  begin(): Promise<Result<{ readonly authRef: string }, LoginRefusal>>;
  result(authRef: string): Promise<Result<FrejaResult, LoginRefusal>>;
  cancel(authRef: string): Promise<void>;
};

const FORM = 'application/x-www-form-urlencoded';

/** Freja's relying party REST API for authentication, the person named by the app itself (inferred). */
export function frejaClient(post: MutualClient, signingKey: KeyObject): FrejaClient {
  const send = (path: string, field: string, body: unknown) => {
    const packed = Buffer.from(JSON.stringify(body)).toString('base64');
    return post(`/authentication/1.0/${path}`, FORM, new URLSearchParams({ [field]: packed }).toString());
  };
  const ask = async <T>(
    path: string,
    field: string,
    body: unknown,
    shape: z.ZodType<T>,
  ): Promise<Result<T, LoginRefusal>> => {
    const answer = await send(path, field, body);
    if (answer === undefined) return refused({ rule: 'LGN-PROVIDER', cause: 'no answer' });
    const parsed = shape.safeParse(answer.body);
    if (answer.status === 200 && parsed.success) return ok(parsed.data);
    const error = errorShape.safeParse(answer.body);
    const cause = error.success ? `code ${error.data.code}` : `status ${answer.status}`;
    return refused({ rule: error.success ? 'LGN-FAILED' : 'LGN-PROVIDER', cause });
  };
  return {
    begin: () =>
      ask(
        'initAuthentication',
        'initAuthRequest',
        {
          userInfoType: 'INFERRED',
          userInfo: 'N/A',
          minRegistrationLevel: 'PLUS',
          attributesToReturn: [{ attribute: 'SSN' }, { attribute: 'REGISTRATION_LEVEL' }],
        },
        startedShape,
      ),
    async result(authRef) {
      const answer = await ask(
        'getOneResult',
        'getOneAuthResultRequest',
        { authRef, includePrevious: 'ALL' },
        resultShape,
      );
      if (!answer.ok) return answer;
      const { status, details } = answer.value;
      if (status !== 'APPROVED') return ok({ status, personalNumber: undefined });
      const personalNumber = details === undefined ? undefined : signedNumber(details, authRef, signingKey);
      return personalNumber === undefined
        ? refused({ rule: 'LGN-FAILED', cause: 'signature' })
        : ok({ status, personalNumber });
    },
    async cancel(authRef) {
      await send('cancel', 'cancelAuthRequest', { authRef });
    },
  };
}

/** Only what Freja has signed counts, and only for the authentication that we began. */
function signedNumber(details: string, authRef: string, key: KeyObject): string | undefined {
  const [header = '', payload = '', seal = ''] = details.split('.');
  const isSigned = verify('sha256', Buffer.from(`${header}.${payload}`), key, Buffer.from(seal, 'base64url'));
  if (!isSigned || !headerShape.safeParse(decoded(header)).success) return undefined;
  const parsed = detailsShape.safeParse(decoded(payload));
  return parsed.success && parsed.data.authRef === authRef ? parsed.data.requestedAttributes.ssn.ssn : undefined;
}

function decoded(part: string): unknown {
  try {
    return JSON.parse(Buffer.from(part, 'base64url').toString()) as unknown;
  } catch {
    return undefined;
  }
}
