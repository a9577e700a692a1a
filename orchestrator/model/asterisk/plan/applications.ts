/** What an application of the dial plan does to a call, as far as its way is concerned. */
export type ApplicationRole =
  | 'dial'
  | 'voicemail'
  | 'main'
  | 'end'
  | 'keep'
  | 'jump'
  | 'set'
  | 'plain';

const ROLES: Readonly<Record<string, ApplicationRole>> = {
  dial: 'dial',
  voicemail: 'voicemail',
  voicemailmain: 'main',
  hangup: 'end',
  busy: 'end',
  congestion: 'end',
  echo: 'keep',
  milliwatt: 'keep',
  confbridge: 'keep',
  goto: 'jump',
  gotoif: 'jump',
  gosub: 'jump',
  gosubif: 'jump',
  macro: 'jump',
  return: 'jump',
  set: 'set',
};

/** Those of the room's Asterisk, by the names that it prints. */
const KNOWN =
  `AGI Answer Authenticate BackGround Bridge Busy CallCompletionCancel CallCompletionRequest
ChanIsAvail ClearHash ConfBridge ConfKick Congestion ContinueWhile DateTime DBdeltree DeadAGI Dial
Directory DumpChan EAGI Echo EndWhile Exec ExecIf ExecIfTime ExitWhile Gosub GosubIf Goto GotoIf
GotoIfTime Hangup HangupCauseClear ImportVar Incomplete Log Macro MacroExclusive MacroExit MacroIf
MailboxExists MessageSend Milliwatt MixMonitor MSet NoOp Playback PlayTones Proceeding Progress
RaiseException Read Record RetryDial Return Ringing SayAlpha SayAlphaCase SayDigits SayMoney SayNumber
SayOrdinal SayPhonetic SayUnixTime SendDTMF Set SetAMAFlags SIPAddHeader SIPDtmfMode SIPRemoveHeader
StackPop StopMixMonitor StopPlayTones System Transfer TryExec TrySystem UserEvent Verbose
VMAuthenticate VMSayName VoiceMail VoiceMailMain VoiceMailPlayMsg Wait WaitDigit WaitExten
WaitForNoise WaitForSilence While`.split(/\s+/);

/** The names of applications that students may mean. */
export const APPLICATIONS: readonly string[] = KNOWN;

/** What an application does; null: Asterisk has none of that name. Case does not matter. */
export function applicationRole(name: string): ApplicationRole | null {
  const wanted = name.toLowerCase();
  if (!KNOWN.some((known) => known.toLowerCase() === wanted)) return null;
  return ROLES[wanted] ?? 'plain';
}
