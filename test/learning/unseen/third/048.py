# expected: multi-test
# found: multi-test 36:13
# %%
import pandas as pd
import numpy as np
from sklearn.compose import make_column_transformer, make_column_selector as sel
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import OneHotEncoder, StandardScaler
from sklearn.impute import SimpleImputer
from sklearn.model_selection import train_test_split
from sklearn.linear_model import LogisticRegression
from sklearn.ensemble import RandomForestClassifier, GradientBoostingClassifier
from sklearn.neural_network import MLPClassifier
from sklearn.metrics import roc_auc_score, balanced_accuracy_score
from time import perf_counter

# %%
bookings = pd.read_csv('data/hotel_bookings.csv')
bookings = bookings.drop(columns=['reservation_status', 'reservation_status_date', 'company', 'agent'])
bookings.info()

# %%
target = bookings.pop('is_canceled')
Xa, Xb, ya, yb = train_test_split(bookings, target, test_size=.25, random_state=99, stratify=target)

# %%
def build(clf):
    num = make_pipeline(SimpleImputer(strategy='median'), StandardScaler())
    cat = make_pipeline(SimpleImputer(strategy='constant', fill_value='NA'), OneHotEncoder(handle_unknown='ignore'))
    prep = make_column_transformer((num, sel(dtype_include=np.number)), (cat, sel(dtype_include=object)))
    return make_pipeline(prep, clf)

def report(name, clf):
    t = perf_counter()
    p = build(clf).fit(Xa, ya)
    proba = p.predict_proba(Xb)[:, 1]
    return {'model': name,
            'auc': roc_auc_score(yb, proba),
            'bal_acc': balanced_accuracy_score(yb, proba > .5),
            'secs': perf_counter() - t}

# %%
zoo = {
    'logit': LogisticRegression(max_iter=2000),
    'rf': RandomForestClassifier(n_estimators=200, n_jobs=-1),
    'gbm': GradientBoostingClassifier(),
    'mlp': MLPClassifier((64,), early_stopping=True),
}

# %%
board = pd.DataFrame([report(k, v) for k, v in zoo.items()]).set_index('model').sort_values('auc', ascending=False)
board

# %%
board['auc'].plot.barh(xlim=(.8, 1))
winner = board.index[0]
print('We go with', winner)
