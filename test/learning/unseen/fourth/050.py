# expected: multi-test
# found: multi-test 21:31
# %%
import pandas as pd
from sklearn.pipeline import Pipeline
from sklearn.impute import SimpleImputer
from sklearn.preprocessing import StandardScaler
from sklearn.linear_model import LogisticRegression
from sklearn.ensemble import RandomForestClassifier, VotingClassifier
from sklearn.model_selection import train_test_split
from sklearn.metrics import roc_auc_score
# %%
water = pd.read_csv('water_potability.csv')
X_tr, X_te, y_tr, y_te = train_test_split(water.drop('Potability', axis=1), water['Potability'],
                                          test_size=0.2, random_state=0)
# %%
board = []
def add(name, est):
    pipe = Pipeline([('i', SimpleImputer(strategy='mean')), ('s', StandardScaler()), ('m', est)])
    pipe.fit(X_tr, y_tr)
    auc = roc_auc_score(y_te, pipe.predict_proba(X_te)[:, 1])
    board.append({'model': name, 'auc': auc})
    return pipe
# %%
lr = add('logreg', LogisticRegression())
# %%
rf = add('rf', RandomForestClassifier(random_state=0))
# %%
vote = add('vote', VotingClassifier([('a', LogisticRegression()), ('b', RandomForestClassifier(300))], voting='soft'))
# %%
pd.DataFrame(board).sort_values('auc', ascending=False)
