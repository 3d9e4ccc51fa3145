import assert from 'node:assert/strict';
import { suppressionComment } from '../../client/commands/suppression-comment.ts';
import type { SuppressArguments } from '../../server/protocol/lsp.ts';

const TARGET: SuppressArguments = { uri: 'file:///a.ts', ruleId: 'quality/naming', line: 1, scope: 'next-line', commentPrefix: '//' };

describe('the comment that suppresses a finding', () => {
  it('stands above the line, with its indentation', () => {
    assert.deepEqual(suppressionComment(['{', '\t  x();'], TARGET, 'agreed'), { line: 1, text: '\t  // archwright-ignore quality/naming -- agreed\n' });
  });

  it('keeps the reason on one line', () => {
    assert.equal(suppressionComment(['a', 'b'], TARGET, '  agreed\r\n  with Ada ').text, '// archwright-ignore quality/naming -- agreed with Ada\n');
  });

  it('stands at the top for a whole file', () => {
    assert.deepEqual(suppressionComment(['  a', 'b'], { ...TARGET, scope: 'file' }, 'generated'), {
      line: 0,
      text: '// archwright-ignore-file quality/naming -- generated\n',
    });
  });

  it('goes below a shebang and a Python encoding', () => {
    const python: SuppressArguments = { ...TARGET, scope: 'file', commentPrefix: '#' };
    assert.equal(suppressionComment(['#!/usr/bin/env python3', 'x'], python, 'r').line, 1);
    assert.equal(suppressionComment(['#!/usr/bin/env python3', '# -*- coding: latin-1 -*-', 'x'], python, 'r').line, 2);
    assert.equal(suppressionComment(['# coding: utf-8', 'x'], python, 'r').line, 1);
    assert.equal(suppressionComment(['# a heading', 'x'], python, 'r').line, 0);
    assert.equal(suppressionComment(['%%time', 'x'], python, 'r').line, 1);
  });
});
