"""How new people come in: questions, invitations, and waiting until somebody has looked."""
