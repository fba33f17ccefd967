import assert from 'node:assert/strict';
import type { IncomingMessage } from 'node:http';
import { describe, test } from 'node:test';
import { isLoopback, wayOf } from '../../demo/server/socket/address.js';

const request = (remoteAddress: string, headers: Record<string, string> = {}, encrypted = false): IncomingMessage =>
  ({ socket: { remoteAddress, encrypted }, headers }) as unknown as IncomingMessage;

describe('where a request comes from', () => {
  test('an IPv4 address is the same however the socket writes it', () => {
    assert.equal(wayOf(request('::ffff:10.0.0.1'), 0).address, '10.0.0.1');
    assert.equal(wayOf(request('10.0.0.1'), 0).address, '10.0.0.1');
  });

  test('IPv6 addresses of one household are one', () => {
    const one = wayOf(request('2001:db8:1:2:aaaa:bbbb:cccc:dddd'), 0).address;
    assert.equal(wayOf(request('2001:db8:1:2::7'), 0).address, one);
    assert.notEqual(wayOf(request('2001:db8:1:3::7'), 0).address, one);
    assert.notEqual(wayOf(request('2001:db8::1:2'), 0).address, one);
  });

  test('as many forwarded addresses are believed as there are proxies', () => {
    const headers = { 'x-forwarded-for': '6.6.6.6, 5.5.5.5, 4.4.4.4' };
    assert.equal(wayOf(request('10.0.0.1', headers), 0).address, '10.0.0.1');
    assert.equal(wayOf(request('10.0.0.1', headers), 1).address, '4.4.4.4');
    assert.equal(wayOf(request('10.0.0.1', headers), 2).address, '5.5.5.5');
    assert.equal(wayOf(request('10.0.0.1'), 1).address, '10.0.0.1');
  });

  test('the machine itself is known in both families', () => {
    assert.ok(isLoopback('127.0.0.1'));
    assert.ok(isLoopback(wayOf(request('::1'), 0).address));
    assert.ok(!isLoopback('10.0.0.1'));
  });
});
