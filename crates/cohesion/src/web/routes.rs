//! The routes of a subject, and the inventory of all of them.

use axum::Router;
use axum::handler::Handler;
use axum::routing::{MethodRouter, get, post};

use crate::access::Deed;
use crate::app::App;

/// What a route asks for before its handler does anything.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Needs {
    /// Anybody may come, signed in or not.
    Nobody,
    /// A living login; the page shows what is the person's own.
    Login,
    /// A yes of the decision table, about what the path names.
    Deed(Deed),
    /// A yes to one of these deeds: which one it is, is for the group's charter or for one's part there to say.
    Either(&'static [Deed]),
}

/// One row of the inventory.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Route {
    /// `GET` or `POST`: nothing else changes or shows anything here.
    pub method: &'static str,
    /// The path, with `{name}` for what varies.
    pub path: &'static str,
    /// What it asks for.
    pub needs: Needs,
}

/// Routes being gathered. A handler cannot be reached but through here, so no route is without a row.
#[must_use]
#[derive(Default)]
pub struct Routes {
    router: Router<App>,
    inventory: Vec<Route>,
}

impl Routes {
    /// No routes yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// A page. Showing it changes nothing.
    pub fn get<H: Handler<T, App>, T: 'static>(self, path: &'static str, needs: Needs, handler: H) -> Self {
        self.with("GET", path, needs, get(handler))
    }

    /// A form that is sent.
    pub fn post<H: Handler<T, App>, T: 'static>(self, path: &'static str, needs: Needs, handler: H) -> Self {
        self.with("POST", path, needs, post(handler))
    }

    /// All routes of both.
    pub fn and(mut self, other: Self) -> Self {
        self.inventory.extend(other.inventory);
        Self { router: self.router.merge(other.router), ..self }
    }

    /// Every route, in the order in which it was added.
    pub fn inventory(&self) -> &[Route] {
        &self.inventory
    }

    /// The router that serves them.
    pub fn into_router(self) -> Router<App> {
        self.router
    }

    fn with(mut self, method: &'static str, path: &'static str, needs: Needs, handler: MethodRouter<App>) -> Self {
        self.inventory.push(Route { method, path, needs });
        Self { router: self.router.route(path, handler), ..self }
    }
}
