"""One's own keys for programs. They are made on the page, never by a program."""

from typing import Any

from django.shortcuts import get_object_or_404
from ninja import Query, Router, Status

from cairn.api.door import Request
from cairn.api.paging import Page, Window, cut
from cairn.api.schemas import TokenLine
from cairn.people import actions

router = Router(tags=["Keys"])


@router.get("", response=Page[TokenLine], summary="List your keys")
def list_keys(request: Request, window: Query[Window]) -> dict[str, Any]:
    return cut(request.auth.tokens.order_by("-made_at", "-pk"), window)


@router.delete("/{key_id}", response={204: None}, summary="Revoke a key")
def revoke_key(request: Request, key_id: int) -> Status[None]:
    actions.revoke_token(token=get_object_or_404(request.auth.tokens, pk=key_id))
    return Status(204, None)
