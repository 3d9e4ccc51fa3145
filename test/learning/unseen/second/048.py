# expected: clean
# found: clean
# %%
import optuna
import numpy as np
import pandas as pd
from sklearn.datasets import fetch_california_housing
from sklearn.model_selection import train_test_split, cross_val_score
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler, PolynomialFeatures, QuantileTransformer
from sklearn.linear_model import ElasticNet
from sklearn.metrics import r2_score, mean_squared_error

# %%
cal = fetch_california_housing(as_frame=True)
df = cal.frame
df['rooms_per_bed'] = df.AveRooms / df.AveBedrms
train, test = train_test_split(df, test_size=.2, random_state=0)
Xtr, ytr = train.drop(columns='MedHouseVal'), train.MedHouseVal

# %%
def make(trial_or_params):
    get = trial_or_params
    steps = [QuantileTransformer(n_quantiles=get['nq']) if get['qt'] else StandardScaler(),
             PolynomialFeatures(get['deg'], include_bias=False),
             StandardScaler(),
             ElasticNet(alpha=get['alpha'], l1_ratio=get['l1'], max_iter=3000)]
    return make_pipeline(*steps)

def objective(trial):
    p = dict(nq=trial.suggest_int('nq', 50, 500), qt=trial.suggest_categorical('qt', [True, False]),
             deg=trial.suggest_int('deg', 1, 3), alpha=trial.suggest_float('alpha', 1e-5, 1, log=True),
             l1=trial.suggest_float('l1', 0, 1))
    return cross_val_score(make(p), Xtr, ytr, cv=5, scoring='r2', n_jobs=-1).mean()

# %%
optuna.logging.set_verbosity(optuna.logging.WARNING)
study = optuna.create_study(direction='maximize', sampler=optuna.samplers.TPESampler(seed=3))
study.optimize(objective, n_trials=60)
study.best_params

# %%
winner = make(study.best_params).fit(Xtr, ytr)
Xte, yte = test.drop(columns='MedHouseVal'), test.MedHouseVal
pred = winner.predict(Xte)
print('R2', r2_score(yte, pred), 'RMSE', mean_squared_error(yte, pred) ** .5)

# %%
winner.fit(df.drop(columns='MedHouseVal'), df.MedHouseVal)
import joblib; joblib.dump(winner, 'housing_enet.pkl')
