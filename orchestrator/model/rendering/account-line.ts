import type { UserPlan } from '../numbering/team-plan.ts';

/** How long a registration lasts before the softphone renews it. */
const REGISTER_SECONDS = 60;

/** The account of a user as a softphone is told it (`uanew`): who, where, and how it answers. */
export function accountLine(
  user: Pick<UserPlan, 'extension' | 'secret'>,
  pbxAddress: string,
): string {
  const { extension, secret } = user;
  return [
    `<sip:${extension}@${pbxAddress}>`,
    `auth_user=${extension}`,
    `auth_pass=${secret}`,
    `regint=${REGISTER_SECONDS}`,
    'answermode=manual',
    'audio_codecs=pcmu/8000/1,pcma/8000/1',
    'mwi=no',
  ].join(';');
}
