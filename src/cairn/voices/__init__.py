"""Where people answer a form without saying who they are, and where their answers lie: no way leads from here to a person."""
