# expected: preprocessing
# found: preprocessing 44:24, preprocessing 45:24
# %%
import pandas as pd
import numpy as np
from sklearn.preprocessing import StandardScaler
from sklearn.impute import SimpleImputer
from sklearn.model_selection import train_test_split
from sklearn.ensemble import RandomForestClassifier
from sklearn.metrics import classification_report, accuracy_score
import logging
logging.basicConfig(level=logging.INFO)
log = logging.getLogger('loan')

# %% [markdown]
# # Loan default POC (v3, refactored)

# %%
class DataProcessor:
    """Loads the extract and prepares it for modelling."""

    def __init__(self, path, target):
        self.path = path
        self.target = target
        self.scaler = StandardScaler()
        self.imputer = SimpleImputer(strategy='mean')
        self.df = None

    def load(self):
        self.df = pd.read_csv(self.path, low_memory=False)
        log.info('loaded %s', self.df.shape)
        return self

    def clean(self):
        self.df = self.df[self.df['loan_status'].isin(['Fully Paid', 'Charged Off'])]
        self.df[self.target] = (self.df['loan_status'] == 'Charged Off').astype(int)
        self.df['int_rate'] = self.df['int_rate'].astype(str).str.rstrip('%').astype(float)
        self.df['term'] = self.df['term'].str.extract(r'(\d+)').astype(int)
        self.df = self.df.drop(columns=['loan_status', 'id', 'member_id', 'url', 'desc'], errors='ignore')
        return self

    def features(self):
        num = self.df.select_dtypes('number').columns.drop(self.target)
        self.df[num] = self.imputer.fit_transform(self.df[num])
        self.df[num] = self.scaler.fit_transform(self.df[num])
        self.num = list(num)
        return self

    def split(self, size=0.3):
        return train_test_split(self.df[self.num], self.df[self.target],
                                test_size=size, random_state=1, stratify=self.df[self.target])

# %%
proc = DataProcessor('lending_club_2015.csv', 'default')
proc.load().clean().features()
proc.df.head()

# %%
proc.df['default'].mean()

# %%
X_train, X_test, y_train, y_test = proc.split()

# %%
class Trainer:
    def __init__(self, model):
        self.model = model

    def run(self, Xtr, ytr):
        self.model.fit(Xtr, ytr)
        return self

    def report(self, X, y):
        yp = self.model.predict(X)
        print('accuracy', accuracy_score(y, yp))
        print(classification_report(y, yp))

# %%
t = Trainer(RandomForestClassifier(n_estimators=150, class_weight='balanced', n_jobs=4))
t.run(X_train, y_train)
t.report(X_test, y_test)
