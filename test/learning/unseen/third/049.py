# expected: clean
# found: clean
# %%
import numpy as np
import pandas as pd
from sklearn.base import BaseEstimator, TransformerMixin
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import classification_report
from sklearn.model_selection import train_test_split

# %%
class TitanicCleaner(BaseEstimator, TransformerMixin):
    """age by title median, fare median, deck flag, standardise"""

    def _title(self, df):
        return df['Name'].str.extract(r' ([A-Za-z]+)\.', expand=False).replace(
            {'Mlle': 'Miss', 'Ms': 'Miss', 'Mme': 'Mrs'})

    def fit(self, df, y=None):
        t = self._title(df)
        self.age_by_title_ = df['Age'].groupby(t).median().to_dict()
        self.age_ = df['Age'].median()
        self.fare_ = df['Fare'].median()
        out = self._base(df)
        self.mu_, self.sd_ = out.mean(), out.std().replace(0, 1)
        return self

    def _base(self, df):
        out = pd.DataFrame(index=df.index)
        age = df['Age'].fillna(self._title(df).map(self.age_by_title_)).fillna(self.age_)
        out['age'] = age
        out['child'] = (age < 12).astype(int)
        out['fare'] = np.log1p(df['Fare'].fillna(self.fare_))
        out['female'] = (df['Sex'] == 'female').astype(int)
        out['deck'] = df['Cabin'].notna().astype(int)
        out['fam'] = df['SibSp'] + df['Parch']
        for k in (1, 2):
            out['pc%d' % k] = (df['Pclass'] == k).astype(int)
        return out

    def transform(self, df):
        return (self._base(df) - self.mu_) / self.sd_

# %%
full = pd.read_csv('titanic/train.csv', index_col='PassengerId')
y = full.pop('Survived')
tr, ho, ytr, yho = train_test_split(full, y, test_size=0.2, random_state=8, stratify=y)

# %%
cleaner = TitanicCleaner()
A = cleaner.fit_transform(tr)
B = cleaner.transform(ho)
A.describe().round(2)

# %%
clf = LogisticRegression(C=0.5).fit(A, ytr)
print(classification_report(yho, clf.predict(B)))

# %%
pd.Series(clf.coef_[0], A.columns).sort_values()

# %%
# submission: refit on everything
sub = pd.read_csv('titanic/test.csv', index_col='PassengerId')
cleaner2 = TitanicCleaner().fit(full)
clf2 = LogisticRegression(C=0.5).fit(cleaner2.transform(full), y)
pd.Series(clf2.predict(cleaner2.transform(sub)), sub.index, name='Survived').to_csv('sub.csv')
