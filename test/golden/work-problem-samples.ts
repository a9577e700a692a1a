/** What can be wrong with the work of teams and its folders. */
export const WORK_SAMPLES = {
  'work-none': [{ team: 3 }],
  'work-too-large': [{ team: 3, mib: 256 }],
  'export-exists': [{ folder: '/home/anna/classe/equipe3' }],
  'import-twice': [{ team: 3, one: 'classe/equipe3', other: 'classe/groupe 3' }],
  'import-nothing': [{ folder: '/home/anna/classe' }],
  'import-mark-wrong': [{ file: '/home/anna/classe/equipe3/lab.json' }],
  'import-other-team': [{ folder: '/home/anna/classe/equipe3', team: 3, found: 4 }],
  'import-too-large': [{ folder: '/home/anna/classe/equipe3', mib: 192 }],
} as const;
