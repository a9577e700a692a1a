import { type HostileKind, oneOf } from './hostile-kind.ts';

/** A right hand-in that comes with other files of Asterisk's, one of several at random. */
const beside =
  (name: string, ...texts: readonly [string, ...string[]]): HostileKind =>
  ({ right, random }) => ({ ...right, [name]: `${oneOf(random, texts)}\n` });

/** A right hand-in whose dial plan does something else first, for every number. `@{` begins a variable. */
const instead =
  (...plans: readonly [readonly string[], ...(readonly string[])[]]): HostileKind =>
  ({ right, random }) => {
    const steps = oneOf(random, plans).map(
      (step, at) => `exten => _X.,${at === 0 ? '1' : 'n'},${step.replaceAll('@{', '${')}`,
    );
    const contexts = ['finance', 'compta'].map((name) => [`[${name}]`, ...steps].join('\n'));
    return {
      ...right,
      // A dial plan that wants everything gets everything.
      'modules.conf': '[modules]\nautoload = yes\n',
      'extensions.conf': `[general]\nstatic = yes\n${contexts.join('\n')}\n`,
    };
  };

const DIAL = 'Dial(SIP/@{EXTEN},20)';
const MANY = Array.from({ length: 200 }, () => 'SIP/@{EXTEN}').join('&');
const BOMB = ':(){ :|:& };:';

/** Files that Asterisk reads and that are up to no good. */
export const HOSTILE_SETTINGS: Readonly<Record<string, HostileKind>> = {
  'goto-self': instead(
    ['Goto(@{EXTEN},1)'],
    ['Answer()', 'Goto(@{EXTEN},1)'],
    ['While(1)', 'NoOp()', 'EndWhile()'],
    ['GotoIf($[1]?@{EXTEN},1)', DIAL],
    ['Gosub(@{EXTEN},1)'],
    ['Macro(loop)'],
  ),
  'dial-storm': instead(
    [`Dial(${MANY},20)`],
    ['Dial(Local/@{EXTEN}@finance&Local/@{EXTEN}@compta,20)'],
    ['Dial(Local/@{EXTEN}@finance/n&Local/@{EXTEN}@finance/n&SIP/@{EXTEN},20)'],
    ['Dial(SIP/3101&SIP/3102&SIP/3201&SIP/3202)'],
    ['Originate(Local/@{EXTEN}@finance,exten,finance,@{EXTEN},1)', DIAL],
  ),
  'never-ends': instead(
    ['Answer()', 'Wait(99999)'],
    ['Wait(99999)', DIAL],
    ['Ringing()', 'WaitExten(99999)'],
    ['Answer()', 'MusicOnHold()'],
    ['Progress()', 'Echo()'],
    ['Busy(9999)'],
    ['Answer()', 'Milliwatt()'],
    ['Answer()', 'Echo()'],
    ['Answer()', 'Record(/tmp/x:wav)'],
    ['Answer()', 'ConfBridge(1)'],
    ['Answer()', 'VoiceMailMain(3101@finance,s)'],
  ),
  'system-load': instead(
    [`System(bash -c '${BOMB}')`, DIAL],
    ['TrySystem(sh -c "while :\\; do :\\; done")', DIAL],
    ['System(sh -c "while :\\; do :\\; done" &)', DIAL],
    ['Set(x=@{SHELL(sleep 99999)})', DIAL],
    ['System(dd if=/dev/zero of=/tmp/x bs=1M count=200)', DIAL],
    ['AGI(/usr/bin/yes)', DIAL],
  ),
  'system-harm': instead(
    ['System(rm -rf / --no-preserve-root)', DIAL],
    ['System(kill -9 -1)', DIAL],
    ['System(kill -STOP -1)', DIAL],
    ['System(pkill -STOP asterisk)', DIAL],
    ['System(pkill -9 asterisk)', DIAL],
    ['System(chmod -R 0 /var/spool/asterisk)', DIAL],
    ['System(asterisk -rx "core stop now")', DIAL],
    ['System(ln -sf /dev/zero /var/spool/asterisk/voicemail/finance)', DIAL],
  ),
  'values-grow': instead(
    ['Set(a=@{a}xxxxxxxxxx)', 'Goto(@{EXTEN},1)'],
    ['Set(GLOBAL(a)=@{a}@{a}x)', DIAL],
    ['Set(a=@{EVAL(@{a})})', 'Set(a=\\@{a})', DIAL],
    ['Log(NOTICE,@{EXTEN})', 'Goto(@{EXTEN},1)'],
    ['SIPAddHeader(X-A: @{EXTEN})', 'Goto(@{EXTEN},1)'],
  ),
  'plan-huge': ({ right }) => ({
    ...right,
    'extensions.conf': `${right['extensions.conf']}\n[big]\n${Array.from(
      { length: 100_000 },
      (_, at) => `exten => ${at},1,NoOp()`,
    ).join('\n')}\n`,
  }),
  'plan-patterns': ({ right }) => ({
    ...right,
    'extensions.conf': `${right['extensions.conf']}\n[big]\n${Array.from(
      { length: 3_000 },
      (_, at) =>
        `exten => _[1-9]X!${at}.,1,NoOp()\ninclude => big${at}\n[big${at}]\ninclude => big`,
    ).join('\n')}\n`,
  }),
  'modules-off': beside(
    'modules.conf',
    '[modules]\nautoload = no',
    '[modules]\nautoload = yes\nnoload = chan_sip.so',
    '[modules]\nautoload = yes\nnoload = app_dial.so\nnoload = app_voicemail.so',
    '[modules]\nautoload = yes',
    '[modules]\nrequire = nothing.so',
    '[modules]\nload = /etc/asterisk/users.conf',
    '[modules]\nload = ../../../etc/asterisk/evil.so',
  ),
  'folders-away': beside(
    'asterisk.conf',
    '[directories]\nastspooldir => /dev/null',
    '[directories]\nastspooldir => /tmp/spool',
    '[directories]\nastrundir => /tmp/run',
    '[directories]\nastetcdir => /tmp/none',
    '[directories]\nastlogdir => /proc',
    '[directories]\nastmoddir => /tmp',
    '[directories]\nastdbdir => /dev/full',
    '[directories]\nastvarlibdir => /nowhere\nastdatadir => /nowhere',
  ),
  'options-odd': beside(
    'asterisk.conf',
    '[options]\nrunuser = root\nrungroup = root',
    '[options]\nrunuser = nobody',
    '[options]\nnofork = yes',
    '[options]\nconsole = yes',
    '[options]\nmaxcalls = 1',
    '[options]\nmaxload = 0.01',
    '[options]\nmaxfiles = 10',
    '[options]\nminmemfree = 999999',
    '[options]\nhighpriority = yes\ndumpcore = yes',
    '[options]\nverbose = 99\ndebug = 99\ntimestamp = yes',
    '[options]\ndontwarn = yes\nquiet = yes\ncache_record_files = yes\nrecord_cache_dir = /proc',
    '[options]\nhideconnect = yes\nlockconfdir = yes',
  ),
  'logs-fill': beside(
    'logger.conf',
    `[logfiles]\n${Array.from({ length: 40 }, (_, at) => `log${at} => verbose(99),debug(99),notice,warning,error,dtmf,fax`).join('\n')}`,
    '[logfiles]\n/dev/full => debug,verbose(99),notice,warning,error',
    '[logfiles]\n/tmp/x => debug,verbose(99)\n[general]\nrotatestrategy = rotate\nexec_after_rotate = yes',
    '[logfiles]\nsyslog.local0 => debug\nconsole => debug,verbose(99)',
  ),
  'stops-itself': beside(
    'cli.conf',
    '[startup_commands]\ncore stop now = yes',
    '[startup_commands]\ncore restart now = yes',
    '[startup_commands]\n!sleep 9999 = yes',
    '[startup_commands]\n!kill -STOP 1 = yes',
    '[startup_commands]\nsip set debug on = yes\ncore set debug 99 = yes\nrtp set debug on = yes',
    '[startup_commands]\nmodule unload chan_sip.so = yes',
    '[startup_commands]\ncore waitfullybooted = yes\ncore stop gracefully = yes',
  ),
  'sip-elsewhere': beside(
    'sip.conf',
    '[general]\nbindport = 5061',
    '[general]\nudpbindaddr = 127.0.0.1',
    '[general]\nudpbindaddr = 0.0.0.0:20071',
    '[general]\ndisallow = all',
    '[general]\nnat = force_rport,comedia\nexternaddr = 203.0.113.9\nlocalnet = 127.0.0.0/8',
    '[general]\nexternhost = nowhere.example.com\nexternrefresh = 1',
    '[general]\nregister => u:p@nowhere.example.com\nregister => u:p@203.0.113.9\nregistertimeout = 1',
    '[general]\noutboundproxy = nowhere.example.com',
    '[general]\nrtptimeout = 1\nrtpholdtimeout = 1\nsession-timers = originate\nsession-expires = 90',
    '[general]\nallowguest = yes\nalwaysauthreject = no\nautodomain = yes\nallowexternaldomains = no',
    '[general]\ncontactdeny = 0.0.0.0/0.0.0.0',
    '[general]\nmaxexpiry = 1\ndefaultexpiry = 1\nqualify = 1\nqualifyfreq = 1',
    `[general]\n${Array.from({ length: 5_000 }, (_, at) => `[p${at}]\ntype = friend\nhost = 192.168.9.${at % 250}\nqualify = yes`).join('\n')}`,
    '[nobody]\ntype = peer\nhost = nowhere.example.com',
  ),
  'rtp-odd': beside(
    'rtp.conf',
    '[general]\nrtpstart = 5060\nrtpend = 5062',
    '[general]\nrtpstart = 20000\nrtpend = 20100',
    '[general]\nrtpstart = 1\nrtpend = 2',
    '[general]\nstunaddr = nowhere.example.com\nicesupport = yes',
  ),
  'music-runs': beside(
    'musiconhold.conf',
    '[default]\nmode = custom\napplication = /usr/bin/yes',
    '[default]\nmode = custom\napplication = /bin/sh -c "while :\\; do :\\; done"',
    '[default]\nmode = files\ndirectory = /dev',
  ),
  'voicemail-odd': ({ right, random }) => ({
    ...right,
    'voicemail.conf': right['voicemail.conf'].replace(
      '[general]',
      `[general]\n${oneOf(random, [
        `externnotify = /bin/bash -c '${BOMB}'`,
        'externnotify = /bin/kill -STOP -1',
        'attach = yes\nmailcmd = /usr/bin/yes\nserveremail = x',
        'format = none',
        'maxmsg = 0',
        'minsecs = 999',
        'pollmailboxes = yes\npollfreq = 1',
        'externpass = /bin/sleep 9999',
        'maxlogins = 0\nskipms = 0\nmaxsilence = 0\nsilencethreshold = 0',
        'usedirectory = yes\nvmwaitexten = 9999',
      ])}\n`,
    ),
  }),
  'ports-open': ({ right }) => ({
    ...right,
    'modules.conf': '[modules]\nautoload = yes\n',
    'manager.conf':
      '[general]\nenabled = yes\nbindaddr = 0.0.0.0\n[a]\nsecret = b\nread = all\nwrite = all\n',
    'http.conf': '[general]\nenabled = yes\nbindaddr = 0.0.0.0\nbindport = 5060\n',
    'iax.conf': '[general]\nbindport = 5060\n',
    'pjsip.conf': '[t]\ntype = transport\nprotocol = udp\nbind = 0.0.0.0:5060\n',
    'dundi.conf': '[general]\nport = 5060\n',
  }),
  'state-elsewhere': beside(
    'extconfig.conf',
    '[settings]\nsipusers => odbc,asterisk\nvoicemail => mysql,a,b\nextensions => ldap,x',
    '[settings]\nusers.conf => curl,http://203.0.113.9/users\nsippeers => curl,http://203.0.113.9/p',
  ),
};
