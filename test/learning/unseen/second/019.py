# expected: clean
# found: clean
# %%
import pandas as pd, numpy as np
from sklearn.model_selection import train_test_split, GridSearchCV
from sklearn.pipeline import Pipeline
from sklearn.compose import ColumnTransformer
from sklearn.impute import SimpleImputer
from sklearn.preprocessing import StandardScaler, OneHotEncoder
from sklearn.ensemble import GradientBoostingClassifier
from sklearn.metrics import roc_auc_score, RocCurveDisplay

# %% [markdown]
# Loan default: given `accepted_2007_to_2018Q4.csv`

# %%
cols = ['loan_amnt', 'term', 'int_rate', 'grade', 'emp_length', 'home_ownership', 'annual_inc',
        'purpose', 'dti', 'delinq_2yrs', 'open_acc', 'revol_util', 'loan_status']
loans = pd.read_csv('accepted_2007_to_2018Q4.csv', usecols=cols, nrows=300000)
loans = loans[loans.loan_status.isin(['Fully Paid', 'Charged Off'])]
loans['y'] = (loans.loan_status == 'Charged Off').astype(int)
loans['term'] = loans.term.str.extract(r'(\d+)').astype(float)
loans['emp_length'] = loans.emp_length.str.extract(r'(\d+)').astype(float)
loans['log_inc'] = np.log1p(loans.annual_inc)

# %%
X = loans.drop(columns=['loan_status', 'y', 'annual_inc'])
y = loans.y
Xtr, Xte, ytr, yte = train_test_split(X, y, test_size=.2, stratify=y, random_state=0)

# %%
num = X.select_dtypes('number').columns.tolist()
cat = X.select_dtypes('object').columns.tolist()
pre = ColumnTransformer([
    ('num', Pipeline([('i', SimpleImputer(strategy='median')), ('s', StandardScaler())]), num),
    ('cat', Pipeline([('i', SimpleImputer(strategy='most_frequent')), ('o', OneHotEncoder(handle_unknown='ignore'))]), cat)])
pipe = Pipeline([('pre', pre), ('gb', GradientBoostingClassifier())])

# %%
grid = {'gb__n_estimators': [100, 200], 'gb__max_depth': [2, 3, 4], 'gb__learning_rate': [.05, .1]}
gs = GridSearchCV(pipe, grid, scoring='roc_auc', cv=4, n_jobs=-1, verbose=1)
gs.fit(Xtr, ytr)
print(gs.best_params_, gs.best_score_)

# %%
prob = gs.predict_proba(Xte)[:, 1]
print('test AUC', roc_auc_score(yte, prob))
RocCurveDisplay.from_predictions(yte, prob)
