/**
 * The user's token: checked at the door of every hop, and handed on only when it was verified here.
 */
package dev.baton.kit.token;
