"""The address of an archive that somebody made, outside of any page."""

import asyncio

from starlette.requests import Request
from starlette.responses import FileResponse, PlainTextResponse, Response
from starlette.routing import Route

from themewatch.domain.person import Role
from themewatch.domain.sign_in import arrival_of
from themewatch.services.signing_in import find_actor
from themewatch.ui import session
from themewatch.ui.archives_made import Made, find_made
from themewatch.ui.middleware_files import claims_in

_NOT_ALLOWED, _NOT_FOUND = 403, 404


async def archive(request: Request) -> Response:
    """Answer with the file, to who made it and still may."""
    made = find_made(request.path_params["token"], session.now())
    if made is None:
        said = "This archive is no longer here: make another one.\n"
        return PlainTextResponse(said, _NOT_FOUND)
    if not await asyncio.to_thread(_may_have, request, made):
        return PlainTextResponse("This archive is not yours.\n", _NOT_ALLOWED)
    return FileResponse(
        made.path,
        media_type="application/zip",
        filename=made.path.name,
        headers={"Cache-Control": "no-store"},
    )


ROUTES = [Route("/archive/{token}", archive, methods=["GET"])]


def _may_have(request: Request, made: Made) -> bool:
    how = session.how_to_sign_in()
    if how is None:
        return True
    arrival = arrival_of(claims_in(request, how), how)
    if arrival is None or session.now() >= arrival.ends_at:
        return False
    with session.house().reading() as db:
        actor = find_actor(db, arrival.issuer, arrival.subject, arrival.signed_in_at)
    is_maker = actor is not None and actor.person == made.actor.person
    return is_maker and actor is not None and actor.may(Role.ADMIN)
