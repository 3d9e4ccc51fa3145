# expected: clean
# found: clean
# %%
# Dogs vs Cats with separate folders
import os, shutil, random
from tensorflow import keras
from tensorflow.keras.preprocessing.image import ImageDataGenerator
from tensorflow.keras import layers

src = '/content/PetImages'
dst = '/content/split'

# %%
random.seed(11)
for cls in ['Cat', 'Dog']:
    files = [f for f in os.listdir(f'{src}/{cls}') if os.path.getsize(f'{src}/{cls}/{f}') > 0]
    random.shuffle(files)
    n = len(files)
    parts = {'train': files[:int(.7 * n)], 'val': files[int(.7 * n):int(.85 * n)], 'test': files[int(.85 * n):]}
    for p, fl in parts.items():
        os.makedirs(f'{dst}/{p}/{cls}', exist_ok=True)
        for f in fl:
            shutil.copyfile(f'{src}/{cls}/{f}', f'{dst}/{p}/{cls}/{f}')

# %%
aug = ImageDataGenerator(rescale=1 / 255., shear_range=.2, zoom_range=.2, horizontal_flip=True)
plain = ImageDataGenerator(rescale=1 / 255.)
kw = dict(target_size=(150, 150), batch_size=64, class_mode='binary')
tr = aug.flow_from_directory(f'{dst}/train', **kw)
va = plain.flow_from_directory(f'{dst}/val', **kw)
te = plain.flow_from_directory(f'{dst}/test', shuffle=False, **kw)

# %%
def build(drop):
    return keras.Sequential([
        layers.Conv2D(32, 3, activation='relu', input_shape=(150, 150, 3)), layers.MaxPool2D(),
        layers.Conv2D(64, 3, activation='relu'), layers.MaxPool2D(),
        layers.Conv2D(128, 3, activation='relu'), layers.MaxPool2D(),
        layers.Flatten(), layers.Dropout(drop), layers.Dense(128, activation='relu'),
        layers.Dense(1, activation='sigmoid')])

# %%
scores = {}
for d in (.2, .5):
    keras.backend.clear_session()
    m = build(d)
    m.compile('rmsprop', 'binary_crossentropy', metrics=['accuracy'])
    cb = keras.callbacks.ModelCheckpoint(f'catdog_{d}.h5', save_best_only=True)
    h = m.fit(tr, validation_data=va, epochs=20, callbacks=[cb])
    scores[d] = min(h.history['val_loss'])
scores

# %%
best_d = min(scores, key=scores.get)
final = keras.models.load_model(f'catdog_{best_d}.h5')
final.evaluate(te)
