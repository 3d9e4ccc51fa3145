# expected: clean
# found: clean
# %%
from hyperopt import hp, fmin, tpe, Trials, STATUS_OK, space_eval
import numpy as np
import pandas as pd
from sklearn.model_selection import train_test_split
from sklearn.metrics import log_loss, roc_auc_score
import xgboost as xgb

# %%
df = pd.read_csv('cs-training.csv', index_col=0)     # give me some credit
df.columns = [c.lower().replace('-', '_') for c in df.columns]
df['monthlyincome_isna'] = df.monthlyincome.isna().astype(int)
df = df.fillna(-999)
y = df.pop('seriousdlqin2yrs')

# %%
X_rest, X_test, y_rest, y_test = train_test_split(df, y, test_size=.2, stratify=y, random_state=10)
X_train, X_valid, y_train, y_valid = train_test_split(X_rest, y_rest, test_size=.2, stratify=y_rest, random_state=10)
dtrain, dvalid = xgb.DMatrix(X_train, y_train), xgb.DMatrix(X_valid, y_valid)

# %%
space = {
    'eta': hp.loguniform('eta', np.log(.01), np.log(.3)),
    'max_depth': hp.choice('max_depth', [3, 4, 5, 6, 7]),
    'min_child_weight': hp.quniform('min_child_weight', 1, 20, 1),
    'subsample': hp.uniform('subsample', .5, 1),
    'gamma': hp.uniform('gamma', 0, 2),
}

def score(params):
    p = dict(params, objective='binary:logistic', eval_metric='auc', nthread=6)
    bst = xgb.train(p, dtrain, 2000, evals=[(dtrain, 'train'), (dvalid, 'valid')],
                    early_stopping_rounds=50, verbose_eval=False)
    return {'loss': -bst.best_score, 'status': STATUS_OK, 'n': bst.best_iteration}

# %%
trials = Trials()
best = fmin(score, space, algo=tpe.suggest, max_evals=50, trials=trials)
bp = space_eval(space, best)
n_rounds = trials.best_trial['result']['n']
print(bp, n_rounds)

# %%
drest = xgb.DMatrix(X_rest, y_rest)
bst = xgb.train(dict(bp, objective='binary:logistic'), drest, n_rounds + 1)
p = bst.predict(xgb.DMatrix(X_test))
print('AUC', roc_auc_score(y_test, p), 'logloss', log_loss(y_test, p))
