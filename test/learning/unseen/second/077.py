# expected: clean
# found: clean
# %%
!pip install -Uqq fastai

# %%
from fastai.tabular.all import *
import pandas as pd

# %%
path = untar_data(URLs.ADULT_SAMPLE)
df = pd.read_csv(path/'adult.csv')
df.head()

# %%
df['salary'].value_counts(normalize=True)

# %%
test_df = df.sample(frac=.15, random_state=11)
df = df.drop(test_df.index).reset_index(drop=True)
splits = RandomSplitter(valid_pct=0.2, seed=42)(range_of(df))

# %%
to = TabularPandas(df, procs=[Categorify, FillMissing, Normalize],
                   cat_names=['workclass', 'education', 'marital-status', 'occupation', 'relationship', 'race'],
                   cont_names=['age', 'fnlwgt', 'education-num'],
                   y_names='salary', y_block=CategoryBlock(),
                   splits=splits)
to.xs.iloc[:2]

# %%
dls = to.dataloaders(bs=64)
learn = tabular_learner(dls, layers=[200, 100], metrics=accuracy)
learn.lr_find()

# %%
learn.fit_one_cycle(5, 1e-2, cbs=SaveModelCallback(monitor='accuracy'))

# %%
learn.show_results()

# %%
dl = learn.dls.test_dl(test_df)
preds, targs = learn.get_preds(dl=dl)
print('test accuracy', accuracy(preds, targs).item())

# %%
row, clas, probs = learn.predict(test_df.iloc[0])
row.show()
