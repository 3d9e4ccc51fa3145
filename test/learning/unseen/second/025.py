# expected: multi-test
# found: clean
# missed: multi-test
# %%
%reload_ext autoreload
%autoreload 2
%matplotlib inline

# %%
from fastai.vision import *
from fastai.metrics import error_rate, accuracy
from fastai.callbacks import SaveModelCallback

# %%
path = untar_data(URLs.PETS)
path_img = path/'images'
fnames = get_image_files(path_img)
np.random.seed(2)
pat = r'/([^/]+)_\d+.jpg$'

# %%
data = ImageDataBunch.from_name_re(path_img, fnames, pat, ds_tfms=get_transforms(), size=224, bs=64).normalize(imagenet_stats)
data.show_batch(rows=3, figsize=(7, 6))

# %%
learn = cnn_learner(data, models.resnet34, metrics=error_rate)
learn.fit_one_cycle(4)
learn.save('stage-1')

# %%
interp = ClassificationInterpretation.from_learner(learn)
interp.plot_top_losses(9, figsize=(15, 11))

# %%
learn.unfreeze()
learn.lr_find()
learn.recorder.plot()

# %%
learn.load('stage-1')
learn.unfreeze()
learn.fit_one_cycle(6, max_lr=slice(1e-6, 1e-4),
                    callbacks=[SaveModelCallback(learn, every='improvement', monitor='error_rate', name='best')])

# %%
# try a bigger one
data50 = ImageDataBunch.from_name_re(path_img, fnames, pat, ds_tfms=get_transforms(), size=299, bs=32).normalize(imagenet_stats)
learn50 = cnn_learner(data50, models.resnet50, metrics=error_rate)
learn50.fit_one_cycle(8)
learn50.save('stage-1-50')

# %%
learn50.load('stage-1-50')
interp = ClassificationInterpretation.from_learner(learn50)
interp.most_confused(min_val=2)
learn50.validate()
