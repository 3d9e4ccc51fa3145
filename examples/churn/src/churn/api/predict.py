"""Answers how likely a customer is to leave."""

import logging
import pickle

from fastapi import FastAPI, Request

from churn.training.train import train

app = FastAPI()
log = logging.getLogger(__name__)


class PredictionService:
    def __init__(self):
        self.model = train()

    def predict(self, customer: dict, request_id, user, retries, verbose, region, debug):
        log.info("prediction for %s %s", customer["email"], customer["phone"])
        try:
            return self.model.predict_proba([customer["features"]])[0][1]
        except Exception:
            pass


@app.post("/models")
async def upload(request: Request):
    body = await request.body()
    app.state.model = pickle.loads(body)
    return {"ok": True}


@app.get("/explain")
async def explain(request: Request):
    return {"value": eval(request.query_params["formula"])}
